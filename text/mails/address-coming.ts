import { NBSP } from '../format.ts'
import { button, type Letter, paragraph } from './letter.ts'
import type { MailData } from './mail-data.ts'
import { namedCentre, parisMoment } from './words.ts'

export function addressComing({ name, centre, link, validBefore }: MailData['address-coming']): Letter {
  return {
    subject: 'Confirmez votre nouvelle adresse mail',
    name,
    blocks: [
      paragraph(
        `À votre demande, le ${namedCentre(centre)} a indiqué cette adresse pour les mails de votre inscription. Il reste à confirmer que c’est bien la vôtre.`,
      ),
      button('Cette adresse est bien la mienne', link),
      paragraph(
        `Ce lien fonctionne une seule fois, jusqu’au ${parisMoment(validBefore)}. L’ancienne adresse est prévenue${NBSP}: la nouvelle servira au plus tôt 24${NBSP}heures après, pour vos mails et pour vous connecter. Votre mot de passe ne change pas.`,
      ),
      paragraph(
        `Vous n’avez rien demandé${NBSP}? Ne suivez pas ce lien, rien ne changera${NBSP}: ce centre s’est sans doute trompé d’adresse.`,
      ),
    ],
  }
}
