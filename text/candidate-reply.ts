import { type Candidate, spokenName } from '../domain/candidate.ts'
import type { Centre } from '../domain/catalogue.ts'
import { holdsSeat } from '../domain/entry.ts'
import { dueOf } from '../domain/entry-groups.ts'
import { type Instant, toLocalDate } from '../domain/time.ts'
import { type ReplyEntry, sayEntries } from './candidate-reply-entries.ts'
import { type BouncedCheque, type ReplyPayment, sayBounced, sayPayments } from './candidate-reply-payments.ts'
import { formatDayLong, NBSP } from './format.ts'
import { centreWords, theSession } from './mails/words.ts'

/** One session's requests of a candidate, with what it takes to say where they stand. */
export type ReplyGiven = {
  candidate: Pick<Candidate, 'birthName' | 'usageName' | 'firstNames' | 'nuc' | 'nirCheck'>
  centre: Pick<Centre, 'name' | 'town' | 'timeZone' | 'phone' | 'email'>
  /** The centre's own words on how to pay. */
  paymentTerms: string
  /** Who answers, under the mail. */
  operatorName: string
  sessionLabel: string
  now: Instant
  entries: readonly ReplyEntry[]
  /** What was received for them and stands, the earliest first. */
  payments: readonly ReplyPayment[]
  /** Cheques that came back unpaid and are not made good yet. */
  bounced: readonly BouncedCheque[]
  /** Whether the candidate has found their data right, in each request that holds a seat. */
  dataChecked: boolean
}

/** What a candidate is told of where they stand. */
export type Reply = {
  /** To say on the telephone: short. */
  phone: string
  /** To paste in a mail. */
  mail: { subject: string; text: string }
}

/**
 * Says where a candidate's requests of one session stand, by what is known here now: nothing is promised that the centre has not
 * decided, and what HQ has still to register is said so.
 */
export function replyTo(given: ReplyGiven): Reply {
  const { candidate, centre, sessionLabel, entries, now } = given
  const subject = subjectOf(given)
  if (entries.length === 0) {
    const none = `Nous n’avons pas de demande de votre part pour ${theSession(sessionLabel)}.`
    return { phone: none, mail: { subject, text: letter(given, [none]) } }
  }
  // « Mon règlement est-il arrivé ? » is what most people call for.
  const received = [...sayPayments(given.payments), ...sayBounced(given.bounced)]
  const moneySaid = given.payments.length > 0
  const at = { now, centre, moneySaid, dueSaid: isDueSaid(given) }
  const short = sayEntries(entries, { ...at, withSoftware: false })
  const long = sayEntries(entries, { ...at, withSoftware: true })
  const toDo = sayToDo(given)
  const today = formatDayLong(toLocalDate(now, centre.timeZone))
  return {
    phone: [...received, ...short.map(({ sentence }) => sentence), ...toDo].join(' '),
    mail: {
      subject,
      text: letter(given, [
        `Voici où en est votre dossier pour ${theSession(sessionLabel)}, ce ${today}.`,
        ...received,
        ...long.map(({ sentence }) => sentence),
        ...(long.some(({ isTheirsToPay }) => isTheirsToPay) ? howToPay(given) : []),
        ...toDo,
        ...(candidate.nuc === null ? [] : [`Votre numéro de candidat (NUC)${NBSP}: ${candidate.nuc}.`]),
      ]),
    },
  }
}

function isDueSaid({ entries, bounced }: ReplyGiven): boolean {
  const final = entries.filter(({ status }) => status === 'confirmed')
  const awaited = bounced.reduce((sum, cheque) => sum + cheque.awaited, 0)
  return awaited > 0 && awaited === final.reduce((sum, entry) => sum + dueOf(entry), 0)
}

function subjectOf({ entries, sessionLabel }: ReplyGiven): string {
  const codes = [...new Set(entries.map(({ examCode }) => examCode))].join(', ')
  return codes === '' ? `Votre dossier, ${sessionLabel}` : `Votre inscription (${codes}), ${sessionLabel}`
}

function letter({ candidate, centre, operatorName }: ReplyGiven, paragraphs: readonly string[]): string {
  const reach = [centre.phone, centre.email].filter((one) => one !== null).join(' · ')
  const signature = [operatorName, centreWords({ ...centre, addressLines: [] }), reach]
  return [
    `Bonjour ${spokenName(candidate)},`,
    ...paragraphs,
    'Bien à vous,',
    signature.filter((one) => one !== '').join('\n'),
  ].join('\n\n')
}

/** The centre's terms, as it wrote them. */
function howToPay({ paymentTerms }: ReplyGiven): string[] {
  const terms = paymentTerms.trim()
  return terms === '' ? [] : [`Pour régler${NBSP}: ${terms}`]
}

/** What the candidate has to look at themselves. */
function sayToDo({ candidate, entries, dataChecked }: ReplyGiven): string[] {
  const disagrees = candidate.nirCheck !== 'none' && candidate.nirCheck !== 'ok'
  const isSeated = entries.some(({ status }) => holdsSeat(status))
  return [
    ...(disagrees
      ? [
          `Le numéro de sécurité sociale que vous avez donné ne correspond pas à votre état civil${NBSP}: vérifiez-le dans votre espace.`,
        ]
      : []),
    ...(isSeated && !dataChecked
      ? [
          `Il vous reste à vérifier vos données dans votre espace${NBSP}: elles seront imprimées telles quelles sur votre attestation.`,
        ]
      : []),
  ]
}
