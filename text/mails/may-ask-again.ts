import { NBSP } from '../format.ts'
import { button, type Letter, paragraph } from './letter.ts'
import type { MailData } from './mail-data.ts'

export function mayAskAgain({ person, spaceLink }: MailData['may-ask-again']): Letter {
  return {
    subject: 'Vous pouvez refaire votre demande',
    name: person.name,
    blocks: [
      paragraph(
        `Votre demande d’inscription n’avait pas été transmise au centre, et le siège devait vérifier. C’est fait${NBSP}: vous pouvez maintenant la refaire.`,
      ),
      paragraph(
        `Elle n’est pas repartie d’elle-même. Pour la refaire, connectez-vous et choisissez «${NBSP}Faire une autre demande${NBSP}»${NBSP}: votre identité est déjà connue, il reste à choisir les épreuves et le centre, tant que les inscriptions sont ouvertes.`,
      ),
      button('Refaire ma demande', spaceLink),
    ],
  }
}
