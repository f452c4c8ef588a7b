import { formatDayLong, formatMoney, NBSP } from '../format.ts'
import { button, facts, heading, type Letter, list, paragraph } from './letter.ts'
import type { MailData } from './mail-data.ts'
import { payerBlocks, termsBlocks } from './prevalidated.ts'
import { deadlineWords, examWithFee, namedCentre, theSession } from './words.ts'

export function reminder(data: MailData['reminder']): Letter {
  const { person, centre, sessionLabel, exams, total, currency, deadline, payer, paymentTerms, spaceLink } = data
  const organisation = payer?.onAccount ? payer.name : null
  const seat = `Le ${namedCentre(centre)} vous garde une place pour ${theSession(sessionLabel)} et attend encore`
  return {
    subject: `Rappel${NBSP}: ${organisation === null ? 'à régler' : 'place gardée'} jusqu’au ${formatDayLong(deadline.on)}`,
    name: person.name,
    blocks: [
      paragraph(
        `${seat} ${organisation === null ? 'votre règlement' : `le règlement de ${organisation}`}. Le délai se termine bientôt.`,
      ),
      list(exams.map(examWithFee)),
      ...payerBlocks(payer),
      facts(...(organisation === null ? [['Reste à régler', formatMoney(total, currency)] as const] : []), [
        'Jusqu’au',
        deadlineWords(deadline, centre),
      ]),
      paragraph('Passé ce délai, le centre peut donner votre place à quelqu’un d’autre.'),
      ...(organisation === null ? [heading('Comment régler'), ...termsBlocks(paymentTerms, centre)] : []),
      paragraph(
        `${organisation === null ? `Vous venez de régler${NBSP}? Ne tenez pas compte de ce mail. ` : ''}Vous ne voulez plus de cette place${NBSP}? Retirez-vous depuis votre espace, elle servira à quelqu’un d’autre.`,
      ),
      button('Ouvrir mon espace', spaceLink),
    ],
  }
}
