import { NBSP } from '../format.ts'
import { button, facts, type Letter, paragraph } from './letter.ts'
import type { MailData } from './mail-data.ts'
import { maskedAddress, namedCentre, parisMoment } from './words.ts'

export function addressChanging({ name, email, centre, changesAt, link }: MailData['address-changing']): Letter {
  const who = centre
    ? `Le ${namedCentre(centre)} a demandé, au vu d’un justificatif, que vos mails arrivent à une autre adresse.`
    : 'Depuis votre espace, il a été demandé que vos mails arrivent à une autre adresse.'
  const until = changesAt
    ? `Si elle est confirmée, elle remplacera celle-ci le ${parisMoment(changesAt)} au plus tôt.`
    : 'Rien ne change tant que cette nouvelle adresse n’est pas confirmée.'
  return {
    subject: 'Votre adresse mail va changer',
    name,
    blocks: [
      paragraph(`${who} ${until}`),
      facts(['Nouvelle adresse', maskedAddress(email)]),
      paragraph(`Si c’est vous, il n’y a rien à faire. Ce n’est pas vous${NBSP}? Annulez tout de suite${NBSP}:`),
      button('Ce n’est pas moi, annuler ce changement', link),
      ...(centre
        ? []
        : [paragraph('Choisissez aussi un autre mot de passe, car quelqu’un connaît peut-être le vôtre.')]),
    ],
  }
}
