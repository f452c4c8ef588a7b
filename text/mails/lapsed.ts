import { formatMoney, NBSP } from '../format.ts'
import { button, type Letter, list, paragraph } from './letter.ts'
import type { MailData } from './mail-data.ts'
import { examCodes, examWords, namedCentre, theSession } from './words.ts'

export function lapsed(data: MailData['lapsed']): Letter {
  const { person, centre, sessionLabel, exams, spaceLink } = data
  return {
    subject: `Place libérée${NBSP}: ${examCodes(exams)}`,
    name: person.name,
    blocks: [
      paragraph(
        `Le délai de règlement est passé, et le ${namedCentre(centre)} ${receivedWords(data)} pour ${theSession(sessionLabel)}. Votre place a été libérée${NBSP}:`,
      ),
      list(exams.map(examWords)),
      paragraph(
        `Vous n’avez plus rien à payer.${data.received > 0 ? ' Voyez avec le centre ce que devient ce que vous avez versé.' : ''} Si vous aviez ${data.received > 0 ? 'tout réglé' : 'réglé'}, ou si vous voulez encore passer cette épreuve, écrivez à votre centre${NBSP}: s’il reste une place, il peut vous la rendre.`,
      ),
      button('Ouvrir mon espace', spaceLink),
    ],
  }
}

function receivedWords({ exams, received, currency }: MailData['lapsed']): string {
  if (received <= 0) return 'n’a pas reçu votre règlement'
  const total = exams.reduce((sum, { feeAmount }) => sum + feeAmount, 0)
  return `n’a reçu que ${formatMoney(received, currency)} sur ${formatMoney(total, currency)}`
}
