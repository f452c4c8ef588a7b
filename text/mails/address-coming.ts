import { NBSP } from '../format.ts'
import { button, type Letter, paragraph } from './letter.ts'
import type { MailData } from './mail-data.ts'
import { centreWords, parisMoment } from './words.ts'

export function addressComing({ name, centre, changesAt, spaceLink }: MailData['address-coming']): Letter {
  return {
    subject: 'Vos mails arriveront bientôt à cette adresse',
    name,
    blocks: [
      paragraph(
        `À votre demande, le centre ${centreWords(centre)} a indiqué cette adresse pour les mails de votre inscription. Elle servira à partir du ${parisMoment(changesAt)}.`,
      ),
      paragraph(
        `D’ici là, vos mails arrivent encore à l’ancienne adresse, et c’est elle qui sert à vous connecter. Votre mot de passe ne change pas.`,
      ),
      button('Ouvrir mon espace', spaceLink),
      paragraph(`Vous n’avez rien demandé${NBSP}? Prévenez ce centre, il s’est trompé d’adresse.`),
    ],
  }
}
