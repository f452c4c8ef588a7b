import { NBSP } from '../format.ts'
import { button, type Letter, paragraph } from './letter.ts'
import type { MailData } from './mail-data.ts'

export function addressInUse({ name, signInLink, recoverLink }: MailData['address-in-use']): Letter {
  return {
    subject: 'Votre adresse a été demandée pour un autre compte',
    name,
    blocks: [
      paragraph(
        `Depuis un autre compte, quelqu’un a demandé à recevoir ses mails à cette adresse. Elle est déjà celle de votre compte${NBSP}: rien n’a changé, ni pour vous ni pour l’autre compte.`,
      ),
      paragraph(
        `Si c’est vous, vous avez deux comptes${NBSP}: servez-vous de celui-ci, ou appelez votre centre avant de faire une autre demande.`,
      ),
      button('Me connecter', signInLink),
      button('J’ai oublié mon mot de passe', recoverLink),
      paragraph(`Ce n’est pas vous${NBSP}? Il n’y a rien à faire.`),
    ],
  }
}
