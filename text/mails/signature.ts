import { NBSP } from '../format.ts'
import type { CentreOfMail } from './mail-data.ts'

/** Under every mail: who writes, and whom to ask instead of answering. */
export function signature(centre: CentreOfMail | null): string[] {
  return [
    'Pupitre, le service des inscriptions aux épreuves.',
    'Ce mail est envoyé automatiquement, personne ne lit les réponses.',
    whomToAsk(centre),
  ]
}

function whomToAsk(centre: CentreOfMail | null): string {
  const ways = [centre?.phone, centre?.email].flatMap((way) => way || [])
  if (!centre || ways.length === 0) return 'Pour une question sur votre inscription, adressez-vous à votre centre.'
  return `Pour une question sur votre inscription${NBSP}: ${centre.name} (${centre.town}), ${ways.join(', ')}.`
}
