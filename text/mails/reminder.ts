import { formatDayLong, formatMoney, NBSP } from '../format.ts'
import { button, facts, heading, type Letter, list, paragraph } from './letter.ts'
import type { MailData } from './mail-data.ts'
import { payerBlocks, termsBlocks } from './prevalidated.ts'
import { centreWords, deadlineWords, examWithFee } from './words.ts'

export function reminder(data: MailData['reminder']): Letter {
  const { person, centre, sessionLabel, exams, total, currency, deadline, payer, paymentTerms, spaceLink } = data
  return {
    subject: `Rappel${NBSP}: à régler jusqu’au ${formatDayLong(deadline.on)}`,
    name: person.name,
    blocks: [
      paragraph(
        `Le centre ${centreWords(centre)} vous garde une place (${sessionLabel}) et attend encore votre règlement. Le délai se termine bientôt.`,
      ),
      list(exams.map(examWithFee)),
      ...payerBlocks(payer),
      facts(['Reste à régler', formatMoney(total, currency)], ['Jusqu’au', deadlineWords(deadline, centre)]),
      paragraph('Passé ce délai, le centre peut donner votre place à quelqu’un d’autre.'),
      heading('Comment régler'),
      ...termsBlocks(paymentTerms, centre),
      paragraph(
        `Vous venez de régler${NBSP}? Ne tenez pas compte de ce mail. Vous ne voulez plus de cette place${NBSP}? Retirez-vous depuis votre espace, elle servira à quelqu’un d’autre.`,
      ),
      button('Ouvrir mon espace', spaceLink),
    ],
  }
}
