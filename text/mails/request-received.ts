import { NBSP } from '../format.ts'
import { button, heading, type Letter, list, paragraph } from './letter.ts'
import type { MailData } from './mail-data.ts'
import { examCodes, examWithFee, namedCentre, theSession } from './words.ts'

export function requestReceived(data: MailData['request-received']): Letter {
  const { person, centre, sessionLabel, exams, spaceLink } = data
  return {
    subject: `Demande d’inscription reçue${NBSP}: ${examCodes(exams)}`,
    name: person.name,
    blocks: [
      paragraph(
        `Votre adresse est confirmée et votre demande est arrivée au ${namedCentre(centre)}, pour ${theSession(sessionLabel)}.`,
      ),
      heading('Ce que vous demandez'),
      list(exams.map(examWithFee)),
      heading('Et maintenant'),
      paragraph(
        `Vous n’avez rien à payer pour l’instant. Le centre examine votre demande, puis vous recevrez un mail${NBSP}: soit une place vous est réservée et vous saurez combien régler, comment et jusqu’à quand${NBSP}; soit le centre ne peut pas vous accueillir et vous dira pourquoi.`,
      ),
      paragraph('Pour cette session, vos inscriptions sont dans un seul centre à la fois.'),
      button('Suivre ma demande', spaceLink),
    ],
  }
}
