import type { Fell } from '../../domain/fell.ts'
import { formatDayLong, formatMoney, NBSP } from '../format.ts'
import { button, facts, heading, type Letter, list, paragraph } from './letter.ts'
import type { MailData } from './mail-data.ts'
import { ownBlocks } from './own-blocks.ts'
import { payerBlocks, termsBlocks } from './prevalidated.ts'
import { deadlineWords, examWithFee, namedCentre, theSession } from './words.ts'

/** What may become of a seat that waits for its money, before the deadline and after it. */
export const SEAT_AFTERWARDS = 'Passé ce délai, le centre peut donner votre place à quelqu’un d’autre.'
export const SEAT_AT_RISK = `Réglez sans attendre, ou appelez le centre${NBSP}: il peut donner votre place à quelqu’un d’autre à tout moment.`
/** Of one that is final: the centre does not take it back, and prints no convocation either. */
const SEAT_STAYS =
  'Votre inscription n’est pas annulée et votre place reste gardée, mais aucune convocation ne peut être établie avant ce règlement.'

/** The reminder of money that had come and does not count any more, or that has no day until which it is awaited. */
export function owedAgain(data: MailData['reminder']): Letter {
  const { person, centre, exams, total, currency, deadline, timing, payer, paymentTerms, spaceLink } = data
  const isOver = deadline !== null && timing === 'over'
  const seat = data.final ? SEAT_STAYS : isOver ? SEAT_AT_RISK : SEAT_AFTERWARDS
  const left = data.final
    ? `Une question, une difficulté${NBSP}? Parlez-en au centre.`
    : `Vous ne voulez plus de cette place${NBSP}? Retirez-vous depuis votre espace, elle servira à quelqu’un d’autre.`
  return {
    subject: subjectOf(data, isOver),
    name: person.name,
    blocks: [
      paragraph(whyOwed(data)),
      list(exams.map(examWithFee)),
      ...(deadline === null || payer?.onAccount ? [] : payerBlocks(payer)),
      facts(
        ['Reste à régler', formatMoney(total, currency)],
        ...(deadline === null
          ? []
          : [[isOver ? 'Attendu jusqu’au' : 'Jusqu’au', deadlineWords(deadline, centre)] as const]),
      ),
      paragraph(seat),
      heading('Comment régler'),
      ...termsBlocks(paymentTerms, centre),
      paragraph(`Vous venez de régler${NBSP}? Ne tenez pas compte de ce ${data.byPost ? 'courrier' : 'mail'}. ${left}`),
      ...ownBlocks(data.ownWords),
      button('Ouvrir mon espace', spaceLink),
    ],
  }
}

function subjectOf({ fell, total, currency, deadline }: MailData['reminder'], isOver: boolean): string {
  const what = fell?.why === 'cheque-bounced' ? 'Chèque impayé' : 'Rappel'
  if (isOver) return `${what}${NBSP}: règlement en retard`
  const until = deadline === null ? '' : ` jusqu’au ${formatDayLong(deadline.on)}`
  return `${what}${NBSP}: ${formatMoney(total, currency)} à régler${until}`
}

/** What happened to the money, and that it is awaited again. */
function whyOwed({ fell, centre, sessionLabel, currency }: MailData['reminder']): string {
  const [from, session] = [namedCentre(centre), theSession(sessionLabel)]
  if (fell?.why === 'cheque-bounced')
    return `${chequeWords(fell, currency)} est revenu impayé${NBSP}: la banque ne l’a pas payé. Le ${from} attend donc de nouveau le règlement de votre inscription pour ${session}.`
  if (fell?.why === 'payment-voided') {
    const whose = fell.payer === null ? 'le règlement' : `le règlement de ${fell.payer}`
    return `Votre inscription au ${from}, pour ${session}, est validée, mais ${whose} que le centre avait enregistré a été annulé${NBSP}: la somme est de nouveau attendue.`
  }
  return `Votre inscription au ${from}, pour ${session}, est validée, mais son règlement est encore attendu.`
}

/** « Votre chèque n° 1234567 de 50,00 €, reçu le lundi 23 novembre 2026, »; what somebody else's cheque came to is their affair. */
function chequeWords({ chequeNumber, amount, receivedOn, payer }: Fell, currency: MailData['reminder']['currency']) {
  const number = chequeNumber === '' ? '' : ` n°${NBSP}${chequeNumber}`
  const received = `reçu le ${formatDayLong(receivedOn)}`
  return payer === null
    ? `Votre chèque${number} de ${formatMoney(amount, currency)}, ${received},`
    : `Le chèque${number} de ${payer}, ${received} pour votre inscription,`
}
