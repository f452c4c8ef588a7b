import { NBSP } from '../format.ts'
import { button, type Letter, paragraph } from './letter.ts'
import type { MailData } from './mail-data.ts'

export function passwordChanged({ name, recoverLink }: MailData['password-changed']): Letter {
  return {
    subject: 'Votre mot de passe a changé',
    name,
    blocks: [
      paragraph(`Le mot de passe de votre compte vient d’être changé. Si c’est vous, il n’y a rien à faire.`),
      paragraph(`Ce n’est pas vous${NBSP}? Choisissez-en un autre tout de suite${NBSP}:`),
      button('Choisir un nouveau mot de passe', recoverLink),
    ],
  }
}
