import { formatDayLong, formatMoney, NBSP } from '../format.ts'
import { formatDeadlineSteps } from '../format-deadline.ts'
import { type Block, button, facts, heading, type Letter, list, paragraph, quote } from './letter.ts'
import type { CentreOfMail, MailData } from './mail-data.ts'
import { deadlineWords, endsWithDay, examWords, namedCentre, theSession } from './words.ts'

export function prevalidated(data: MailData['prevalidated']): Letter {
  const { person, centre, sessionLabel, exams, total, deadline, payer, spaceLink } = data
  const accepted = `Bonne nouvelle${NBSP}: votre demande au ${namedCentre(centre)}, pour ${theSession(sessionLabel)}, est acceptée (pré-validée). Une place vous est réservée`
  const isTheirs = total > 0 && !payer?.onAccount
  return {
    subject: isTheirs
      ? `Une place vous est réservée${NBSP}: à régler jusqu’au ${formatDayLong(deadline.on)}`
      : 'Une place vous est réservée',
    name: person.name,
    blocks: [
      paragraph(isTheirs ? `${accepted}, le temps de votre règlement.` : `${accepted}.`),
      heading(exams.length > 1 ? 'Vos épreuves' : 'Votre épreuve'),
      list(exams.map((exam) => `${examWords(exam)}${NBSP}: ${formatMoney(exam.feeAmount, exam.currency)}`)),
      ...nucBlocks(person.nuc),
      ...(isTheirs ? whatToPay(data) : total > 0 ? onAccountBlocks(payer) : paidBlocks()),
      heading('Ensuite'),
      paragraph(
        `Votre inscription sera définitive quand vous recevrez le mail de confirmation. Si vous ne voulez plus passer cette épreuve, retirez-vous depuis votre espace${NBSP}: la place servira à quelqu’un d’autre.`,
      ),
      button('Ouvrir mon espace', spaceLink),
    ],
  }
}

function whatToPay(data: MailData['prevalidated']): Block[] {
  const { centre, total, currency, deadline, payer, paymentTerms } = data
  return [
    heading('Ce qu’il faut régler, et jusqu’à quand'),
    ...payerBlocks(payer),
    facts(['Montant', formatMoney(total, currency)], ['Jusqu’au', deadlineWords(deadline, centre)]),
    ...ruleBlocks(data),
    paragraph('Passé ce délai, le centre peut donner votre place à quelqu’un d’autre.'),
    heading('Comment régler'),
    ...termsBlocks(paymentTerms, centre),
  ]
}

/** Nothing is left to pay: no deadline counts, and the centre confirms. */
function paidBlocks(): Block[] {
  return [
    heading('Votre règlement'),
    paragraph(`Tout est déjà réglé${NBSP}: vous n’avez rien à payer. Le centre doit encore valider votre inscription.`),
  ]
}

/** Somebody else settles it with the centre: nothing of it is the candidate's to do, nor an amount or a day theirs to keep. */
function onAccountBlocks(payer: MailData['prevalidated']['payer']): Block[] {
  return [heading('Le règlement'), ...payerBlocks(payer)]
}

/** Somebody else pays: what the candidate still has to see to. */
export function payerBlocks(payer: MailData['prevalidated']['payer']): Block[] {
  if (payer === null) return []
  const { name, onAccount } = payer
  return [
    paragraph(
      onAccount
        ? `Vous avez indiqué que ${name} paie pour vous${NBSP}: le centre voit cela directement avec cet organisme, vous n’avez rien à régler vous-même.`
        : `Vous avez indiqué que ${name} paie pour vous${NBSP}: assurez-vous que le règlement arrive au centre dans le délai.`,
    ),
  ]
}

/** The centre's terms in its own words, and its address. */
export function termsBlocks(paymentTerms: string, { name, addressLines }: CentreOfMail): Block[] {
  return [
    ...(paymentTerms.trim() === ''
      ? [paragraph('Demandez à votre centre comment régler.')]
      : [paragraph(`Le centre l’indique ainsi${NBSP}:`), quote(paymentTerms)]),
    quote([name, ...addressLines].join('\n')),
  ]
}

/** What the number is for. */
export function nucBlocks(nuc: string | null): Block[] {
  if (nuc === null) return []
  return [
    heading('Votre NUC'),
    facts(['NUC', nuc]),
    paragraph(
      `C’est votre numéro unique de candidat. Gardez-le${NBSP}: il reste le même à chaque session et dans chaque centre, et c’est lui qui vous identifie pour vous connecter.`,
    ),
  ]
}

/** Three working days end with a day, as reading B counts; reading A is a clock that stands still on days that are not worked. */
function ruleBlocks({ deadline, centre }: MailData['prevalidated']): Block[] {
  if (deadline.steps.length === 0) return []
  const excluded = 'les samedis, les dimanches, les jours fériés et les jours de fermeture du centre ne comptent pas'
  const length = endsWithDay(deadline, centre.timeZone)
    ? 'trois jours ouvrés, le jour de ce mail non compté'
    : '72 heures ouvrées à partir de ce mail'
  return [
    paragraph(`Le délai est de ${length}${NBSP}: ${excluded}. Il a été compté ainsi${NBSP}:`),
    list(formatDeadlineSteps(deadline.steps, centre.timeZone).map(withDay)),
  ]
}

/** « mar. 24 : 1 » is « mar. 24 : 1er jour » to somebody who reads it once. */
function withDay(line: string): string {
  return line.replace(/(?<=\u00a0: )[123]$/, (day) => `${day === '1' ? '1er' : `${day}e`} jour`)
}
