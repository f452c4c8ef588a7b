import { formatDayLong, formatMoney, NBSP } from '../format.ts'
import { button, facts, heading, type Letter, list, paragraph } from './letter.ts'
import type { MailData } from './mail-data.ts'
import { owedAgain, SEAT_AFTERWARDS, SEAT_AT_RISK } from './owed-again.ts'
import { ownBlocks } from './own-blocks.ts'
import { payerBlocks, termsBlocks } from './prevalidated.ts'
import { deadlineWords, examWithFee, namedCentre, theSession } from './words.ts'

/** Before the deadline, as it ends, or once it is over and the seat is still kept; of money that is owed again, why it is. */
export function reminder(data: MailData['reminder']): Letter {
  const { person, centre, sessionLabel, exams, total, currency, deadline, timing, payer, paymentTerms, spaceLink } =
    data
  if (deadline === null || data.fell) return owedAgain(data)
  const organisation = payer?.onAccount ? payer.name : null
  const seat = `Le ${namedCentre(centre)} vous garde une place pour ${theSession(sessionLabel)} et attend encore`
  const awaited = organisation === null ? 'votre règlement' : `le règlement de ${organisation}`
  const last = formatDayLong(deadline.on)
  const words = WORDS[timing ?? 'soon']
  return {
    subject: `Rappel${NBSP}: ${words.subject(organisation === null, last)}`,
    name: person.name,
    blocks: [
      paragraph(`${seat} ${awaited}.${words.when(last)}`),
      list(exams.map(examWithFee)),
      ...payerBlocks(payer),
      facts(...(organisation === null ? [['Reste à régler', formatMoney(total, currency)] as const] : []), [
        words.until,
        deadlineWords(deadline, centre),
      ]),
      paragraph(words.afterwards),
      ...(organisation === null ? [heading('Comment régler'), ...termsBlocks(paymentTerms, centre)] : []),
      paragraph(
        `${organisation === null ? `Vous venez de régler${NBSP}? Ne tenez pas compte de ce ${data.byPost ? 'courrier' : 'mail'}. ` : ''}Vous ne voulez plus de cette place${NBSP}? Retirez-vous depuis votre espace, elle servira à quelqu’un d’autre.`,
      ),
      ...ownBlocks(data.ownWords),
      button('Ouvrir mon espace', spaceLink),
    ],
  }
}

type Words = {
  subject: (isOwn: boolean, last: string) => string
  when: (last: string) => string
  until: string
  /** What may become of the seat. */
  afterwards: string
}

const untilThen = (isOwn: boolean, last: string) => `${isOwn ? 'à régler' : 'place gardée'} jusqu’au ${last}`

const WORDS: Readonly<Record<MailData['reminder']['timing'], Words>> = {
  ahead: {
    subject: untilThen,
    when: (last) => ` Vous avez jusqu’au ${last}.`,
    until: 'Jusqu’au',
    afterwards: SEAT_AFTERWARDS,
  },
  soon: {
    subject: untilThen,
    when: () => ' Le délai se termine bientôt.',
    until: 'Jusqu’au',
    afterwards: SEAT_AFTERWARDS,
  },
  over: {
    subject: (isOwn) =>
      isOwn ? 'règlement en retard, votre place est encore gardée' : 'délai dépassé, place encore gardée',
    when: (last) =>
      ` Le délai allait jusqu’au ${last}${NBSP}: il est dépassé, mais votre place n’a pas encore été libérée.`,
    until: 'Le délai allait jusqu’au',
    afterwards: SEAT_AT_RISK,
  },
}
