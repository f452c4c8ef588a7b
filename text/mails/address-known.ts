import { NBSP } from '../format.ts'
import { button, type Letter, paragraph } from './letter.ts'
import type { MailData } from './mail-data.ts'

export function addressKnown({ name, signInLink, recoverLink }: MailData['address-known']): Letter {
  return {
    subject: 'Vous avez déjà un compte',
    name,
    blocks: [
      paragraph(
        `Une demande d’inscription vient d’être remplie avec votre adresse mail. Vous avez déjà un compte à cette adresse${NBSP}: cette nouvelle demande n’a pas été enregistrée.`,
      ),
      paragraph(`Si c’est vous, connectez-vous${NBSP}: vous pourrez ajouter une épreuve depuis votre espace.`),
      button('Me connecter', signInLink),
      button('J’ai oublié mon mot de passe', recoverLink),
      paragraph(`Ce n’est pas vous${NBSP}? Il n’y a rien à faire${NBSP}: rien n’a changé sur votre compte.`),
    ],
  }
}
