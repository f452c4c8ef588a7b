import { NBSP } from '../format.ts'
import { button, facts, type Letter, paragraph } from './letter.ts'
import type { MailData } from './mail-data.ts'

export function nucReminder({ name, nuc, signInLink }: MailData['nuc-reminder']): Letter {
  return {
    subject: 'Votre NUC',
    name,
    blocks: [
      paragraph(`Voici votre NUC, votre numéro unique de candidat${NBSP}:`),
      facts(['NUC', nuc]),
      paragraph(
        'Il reste le même à chaque session et dans chaque centre. Avec votre mot de passe, il vous sert à vous connecter.',
      ),
      button('Me connecter', signInLink),
      paragraph(`Vous n’avez rien demandé${NBSP}? Il n’y a rien à faire${NBSP}: rien n’a changé sur votre compte.`),
    ],
  }
}
