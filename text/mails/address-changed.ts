import { NBSP } from '../format.ts'
import { button, facts, type Letter, paragraph } from './letter.ts'
import type { MailData } from './mail-data.ts'
import { maskedAddress, namedCentre } from './words.ts'

export function addressChanged({ name, email, side, centre, spaceLink }: MailData['address-changed']): Letter {
  const asked = centre ? ` Le ${namedCentre(centre)} l’avait demandé, au vu d’un justificatif.` : ''
  if (side === 'new')
    return {
      subject: 'Vos mails arrivent maintenant à cette adresse',
      name,
      blocks: [
        paragraph(`Cette adresse est maintenant celle de votre inscription.${asked}`),
        paragraph(
          `Si vous vous connectez avec une adresse mail, c’est désormais celle-ci. Votre mot de passe ne change pas.`,
        ),
        button('Ouvrir mon espace', spaceLink),
      ],
    }
  return {
    subject: 'Votre adresse mail a changé',
    name,
    blocks: [
      paragraph(`Les mails de votre inscription n’arriveront plus à cette adresse.${asked}`),
      facts(['Nouvelle adresse', maskedAddress(email)]),
      button('Ouvrir mon espace', spaceLink),
      paragraph(
        `Ce n’est pas vous${NBSP}? Appelez votre centre sans attendre${NBSP}: il fera remettre la bonne adresse, sur présentation d’une pièce d’identité.`,
      ),
    ],
  }
}
