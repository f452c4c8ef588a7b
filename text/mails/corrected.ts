import type { IdentityField } from '../../domain/commands/correct-candidate.ts'
import { isLocalDate } from '../../domain/time.ts'
import { formatDate, NBSP } from '../format.ts'
import { IDENTITY_FIELD_WORDS } from '../fr.ts'
import { button, facts, type Letter, paragraph } from './letter.ts'
import type { MailData } from './mail-data.ts'
import { namedCentre, nowAndBefore } from './words.ts'

export function corrected({ person, centre, changes, checkAgain, spaceLink }: MailData['corrected']): Letter {
  return {
    subject: 'Votre identité a été corrigée',
    name: person.name,
    blocks: [
      paragraph(
        `Le ${namedCentre(centre)} a corrigé votre identité, au vu d’un justificatif. Vérifiez-la bien${NBSP}: c’est elle qui figurera sur votre attestation.`,
      ),
      facts(
        ...changes.map(
          ({ field, from, to }) =>
            [IDENTITY_FIELD_WORDS[field], nowAndBefore(shown(field, to), from && shown(field, from))] as const,
        ),
      ),
      ...(checkAgain
        ? [
            paragraph(
              'Relisez aussi le reste dans votre espace, puis confirmez que vos données sont exactes, même si vous l’aviez déjà fait avant cette correction.',
            ),
          ]
        : []),
      paragraph(`Une erreur${NBSP}? Prévenez votre centre sans attendre.`),
      button('Ouvrir mon espace', spaceLink),
    ],
  }
}

function shown(field: IdentityField, value: string | null): string {
  if (value === null || value === '') return 'rien'
  if (field === 'bornOn') return isLocalDate(value) ? formatDate(value) : value
  if (field === 'sex') return value === 'F' ? 'Féminin' : 'Masculin'
  return value
}
