import { NBSP } from '../format.ts'
import { button, type Letter, paragraph } from './letter.ts'
import type { MailData } from './mail-data.ts'
import { parisMoment } from './words.ts'

export function addressAsked({ name, link, validBefore }: MailData['address-asked']): Letter {
  return {
    subject: 'Confirmez votre nouvelle adresse mail',
    name,
    blocks: [
      paragraph('Vous avez demandé à recevoir ici les mails de votre inscription. Il reste à confirmer cette adresse.'),
      button('Confirmer ma nouvelle adresse', link),
      paragraph(
        `Ce lien fonctionne une seule fois, jusqu’au ${parisMoment(validBefore)}. Tant que vous ne l’avez pas suivi, vos mails continuent d’arriver à l’ancienne adresse.`,
      ),
      paragraph(
        `Vous n’avez rien demandé${NBSP}? Ne tenez pas compte de ce mail${NBSP}: quelqu’un s’est sans doute trompé d’adresse.`,
      ),
    ],
  }
}
