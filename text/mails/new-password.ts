import { NBSP } from '../format.ts'
import { button, type Letter, paragraph } from './letter.ts'
import type { MailData } from './mail-data.ts'
import { parisMoment } from './words.ts'

export function newPassword({ name, link, validBefore }: MailData['new-password']): Letter {
  return {
    subject: 'Choisissez un nouveau mot de passe',
    name,
    blocks: [
      paragraph('Un nouveau mot de passe a été demandé pour votre compte.'),
      button('Choisir un nouveau mot de passe', link),
      paragraph(
        `Ce lien fonctionne une seule fois, jusqu’au ${parisMoment(validBefore)}. Ne le transmettez à personne.`,
      ),
      paragraph(`Vous n’avez rien demandé${NBSP}? Il n’y a rien à faire${NBSP}: votre mot de passe reste le même.`),
    ],
  }
}
