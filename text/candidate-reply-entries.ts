import type { Attendance } from '../domain/attendance.ts'
import type { Centre } from '../domain/catalogue.ts'
import type { Entry } from '../domain/entry.ts'
import { dueOf, isLate } from '../domain/entry-groups.ts'
import type { Instant, LocalDate } from '../domain/time.ts'
import { formatDayLong, formatMoney, formatTime, NBSP, plural } from './format.ts'
import { sayReason } from './fr.ts'
import { endsWithDay, ofTown } from './mails/words.ts'

/** One exam asked for, as a reply speaks of it. */
export type ReplyEntry = Pick<
  Entry,
  'status' | 'offeringId' | 'feeAmount' | 'currency' | 'deadlineOn' | 'deadlineAt' | 'refusal'
> & {
  examCode: string
  /** As the candidate reads it; null while no place is chosen. */
  software: string | null
  /** Proposed instead, for them to accept. */
  proposed: string | null
  /** Of who has no software yet, or was refused for want of it: with which the centre has a seat left, as long as requests are taken. */
  freeWith: readonly { software: string; free: number }[]
  paid: number
  pending: boolean
  doubtful: boolean
  /** Who was announced as payer; null: the candidate. */
  payer: { name: string; onAccount: boolean } | null
  sittings: readonly { heldOn: LocalDate; startsAtLocal: string; room: string; attendance: Attendance | null }[]
}

type Circumstances = {
  now: Instant
  centre: Pick<Centre, 'town' | 'timeZone'>
  withSoftware: boolean
  /** What was received is said already. */
  moneySaid: boolean
  /** So is what a cheque that came back leaves to be paid, and nothing else is owed for what is final. */
  dueSaid: boolean
}
export type Said = {
  sentence: string
  /** The candidate has money to bring. */
  isTheirsToPay: boolean
}

/** In the order in which a caller needs them: what presses first, what is over last. */
const STANDINGS = [
  'overdue',
  'due',
  'covered',
  'account',
  'proposed',
  'to-choose',
  'waiting',
  'under-way',
  'confirmed',
  'confirmed-due',
  'refused',
  'removed',
  'lapsed',
  'given-up',
  'carried-over',
] as const
type Standing = (typeof STANDINGS)[number]

/** Where exams stand, a sentence or two for those that stand alike. */
export function sayEntries(entries: readonly ReplyEntry[], at: Circumstances): Said[] {
  const groups = Map.groupBy(entries, (entry) => keyOf(entry, at.now))
  return [...groups.values()]
    .flatMap((alike) => {
      const [first] = alike
      return first ? [{ alike, first, standing: standingOf(first, at.now) }] : []
    })
    .sort((a, b) => STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing))
    .map(({ alike, first, standing }) => ({
      sentence: SENTENCES[standing](moneyOf(alike, at), first, at),
      isTheirsToPay:
        (standing === 'overdue' || standing === 'due' || standing === 'confirmed-due') && first.payer === null,
    }))
}

function standingOf(entry: ReplyEntry, now: Instant): Standing {
  const { status, pending, doubtful, payer, proposed, refusal, offeringId } = entry
  // What HQ may still turn down is not told as done, but for a seat: its deadline is told as provisional.
  if (pending && (doubtful || status !== 'prevalidated')) return 'under-way'
  if (status === 'requested') return proposed !== null ? 'proposed' : offeringId === null ? 'to-choose' : 'waiting'
  if (status === 'prevalidated') {
    if (dueOf(entry) === 0) return 'covered'
    if (payer?.onAccount) return 'account'
    return isLate(entry, now) ? 'overdue' : 'due'
  }
  if (status === 'confirmed') return dueOf(entry) > 0 && !payer?.onAccount ? 'confirmed-due' : 'confirmed'
  if (status === 'withdrawn') return refusal ? 'removed' : 'given-up'
  if (status === 'carriedOver') return 'carried-over'
  return status === 'lapsed' ? 'lapsed' : 'refused'
}

/** Exams are told together when the same sentence is true of them. */
function keyOf(entry: ReplyEntry, now: Instant): string {
  const { deadlineAt, pending, payer, proposed, refusal, sittings, currency, software, freeWith } = entry
  const standing = standingOf(entry, now)
  const ended = standing === 'refused' || standing === 'removed' ? [refusal, software] : null
  const until = standing === 'due' || standing === 'overdue' ? deadlineAt : null
  const offered = standing === 'proposed' ? proposed : null
  const sits = standing === 'confirmed' || standing === 'confirmed-due' ? sittings : null
  return JSON.stringify([standing, until, pending, payer?.name ?? null, offered, ended, freeWith, sits, currency])
}

type Money = {
  alike: readonly ReplyEntry[]
  due: string
  paid: string
  hasPaid: boolean
  /** Some came, and nothing has told it yet. */
  isToSay: boolean
}

function moneyOf(alike: readonly ReplyEntry[], { moneySaid }: Circumstances): Money {
  const currency = alike[0]?.currency ?? 'EUR'
  const paid = alike.reduce((sum, entry) => sum + entry.paid, 0)
  return {
    alike,
    due: formatMoney(
      alike.reduce((sum, entry) => sum + dueOf(entry), 0),
      currency,
    ),
    paid: formatMoney(paid, currency),
    hasPaid: paid > 0,
    isToSay: paid > 0 && !moneySaid,
  }
}

type Say = (money: Money, first: ReplyEntry, at: Circumstances) => string

const SENTENCES: Readonly<Record<Standing, Say>> = {
  overdue: (money, first, at) =>
    `Le délai de règlement de votre inscription à ${exams(money, at)} est dépassé depuis le ${until(first, at)}${NBSP}: ${stillAwaited(money, first)} Votre place vous est encore réservée à cette heure, mais le centre peut maintenant la libérer.`,
  due: (money, first, at) => {
    const held = `Votre inscription à ${exams(money, at)} est pré-validée${NBSP};`
    const part = money.isToSay ? ` nous avons reçu ${money.paid},` : ''
    const wait = money.hasPaid ? 'il reste à régler' : 'nous attendons'
    const of = first.payer === null ? '' : ` de ${first.payer.name}`
    const day = first.deadlineAt === null ? '' : ` au plus tard le ${until(first, at)}`
    const provisional = first.pending
      ? ` Cette date est provisoire${NBSP}: le siège la fixe en enregistrant la pré-validation, et vous recevrez un mail.`
      : ''
    return `${held}${part} ${wait} ${money.due}${of}${day}.${provisional}`
  },
  covered: (money, _first, at) =>
    `Votre inscription à ${exams(money, at)} est entièrement réglée (${money.paid}). Il reste au centre à la valider${NBSP}: vous recevrez un mail quand ce sera fait.`,
  account: (money, { payer }, at) =>
    `Votre inscription à ${exams(money, at)} est pré-validée. Le centre voit le règlement directement avec ${payer?.name ?? ''}${NBSP}: vous n’avez rien à régler vous-même.`,
  proposed: (money, { proposed }, at) =>
    `Pour ${exams(money, at)}, nous vous proposons de passer l’épreuve avec ${proposed ?? ''}. Vous pouvez l’accepter dans votre espace${NBSP}; rien ne change sans votre accord.`,
  waiting: (money, _first, at) =>
    `Votre demande pour ${exams(money, at)} est bien arrivée. Le centre n’y a pas encore répondu${NBSP}; vous recevrez sa réponse par mail.`,
  'to-choose': (money, first, at) =>
    `Votre demande pour ${exams(money, at)} est bien arrivée, mais sans logiciel${NBSP}: avec lequel souhaitez-vous passer l’épreuve${NBSP}?${choice(first)} Le centre pourra répondre quand il le saura.`,
  'under-way': (money, _first, at) =>
    `Votre demande pour ${exams(money, at)} est en cours de traitement${NBSP}: la décision du centre doit encore être enregistrée par le siège. Vous recevrez un mail.`,
  confirmed: (money, first, at) => `Votre inscription à ${exams(money, at)} est validée. ${whenAndWhere(first)}`,
  'confirmed-due': (money, first, at) =>
    `Votre inscription à ${exams(money, at)} est validée. ${whenAndWhere(first)}${at.dueSaid ? '' : ` ${capital(stillAwaited(money, first))}`}`,
  refused: (money, first, at) =>
    `Votre demande pour ${exams(money, at)} n’a pas pu être acceptée${because(first)}${instead(first)}${kept(money)}`,
  removed: (money, first, at) =>
    `Votre demande pour ${exams(money, at)} a été retirée par le centre${because(first)}${kept(money)}`,
  lapsed: (money, _first, at) =>
    `Votre place pour ${exams(money, at)} a été libérée, le règlement n’étant pas arrivé en entier dans le délai.${kept(money)}`,
  'given-up': (money, _first, at) => `Vous avez retiré votre demande pour ${exams(money, at)}.${kept(money)}`,
  'carried-over': (money, _first, at) => `Votre inscription à ${exams(money, at)} est reportée.`,
}

/** « ASCA-E1 et ASCA-E2 (EBP) » */
function exams({ alike }: Money, { withSoftware }: Circumstances): string {
  const names = alike.map(({ examCode, software }) =>
    withSoftware && software ? `${examCode} (${software})` : examCode,
  )
  const last = names.at(-1) ?? ''
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} et ${last}` : last
}

/** « mercredi 25 novembre 2026 à 24 h (heure de Rennes) »: « minuit » would leave open which night. */
function until({ deadlineOn: on, deadlineAt: at }: ReplyEntry, { centre, withSoftware }: Circumstances): string {
  if (on === null || at === null) return ''
  const { timeZone, town } = centre
  const hour = endsWithDay({ on, at }, timeZone) ? `24${NBSP}h` : formatTime(at, timeZone)
  return `${formatDayLong(on)} à${NBSP}${hour}${withSoftware ? ` (heure ${ofTown(town)})` : ''}`
}

function stillAwaited({ due, paid, hasPaid, isToSay }: Money, { payer }: ReplyEntry): string {
  const of = payer === null ? '' : ` de ${payer.name}`
  if (hasPaid && !isToSay) return `il reste ${due} à recevoir${of}.`
  return hasPaid ? `nous avons reçu ${paid}, il reste ${due} à recevoir${of}.` : `nous attendons encore ${due}${of}.`
}

function whenAndWhere({ sittings }: ReplyEntry): string {
  const noted = sittings.filter(({ attendance }) => attendance !== null)
  if (noted.length > 0) return noted.map(whoCame).join(' ')
  if (sittings.length === 0) return 'La date, l’heure et la salle ne sont pas encore fixées.'
  const places = sittings.map(({ heldOn, startsAtLocal, room }) => {
    const hour = startsAtLocal.replace(':', `${NBSP}h${NBSP}`)
    return `le ${formatDayLong(heldOn)} à${NBSP}${hour}${room.trim() === '' ? '' : `, ${room}`}`
  })
  // Of several sittings of one offering, who sits when is not decided yet.
  return places.length === 1 ? `L’épreuve a lieu ${places[0]}.` : `Séances prévues${NBSP}: ${places.join(' ou ')}.`
}

/** What the signed sheet says of a sitting that is over. */
function whoCame({ heldOn, attendance }: ReplyEntry['sittings'][number]): string {
  const day = formatDayLong(heldOn)
  return attendance === 'present'
    ? `Votre présence du ${day} est notée${NBSP}: le centre peut vous en remettre une attestation.`
    : `La feuille d’émargement du ${day} ne porte pas votre signature${NBSP}: votre absence est notée.`
}

function capital(sentence: string): string {
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`
}

function because({ refusal, software }: ReplyEntry): string {
  if (!refusal) return '.'
  const { reason, text } = refusal
  const words = sayReason(reason, software === null ? [] : [software])
  const why = reason === 'other' ? [text] : [`${words.charAt(0).toLowerCase()}${words.slice(1)}`, text]
  const told = why.filter((one) => one !== null && one.trim() !== '').join('. ')
  return told === '' ? '.' : `${NBSP}: ${told.replace(/[\s.]+$/, '')}.`
}

/** « Ici, il reste 16 places avec CIEL COMPTABILITE et 10 avec EBP. »; empty when nothing is left. */
function choice({ freeWith }: ReplyEntry): string {
  const [first, ...others] = freeWith
  if (!first) return ''
  const parts = [
    `${first.free} ${plural(first.free, 'place', 'places')} avec ${first.software}`,
    ...others.map(({ software, free }) => `${free} avec ${software}`),
  ]
  const last = parts.at(-1) ?? ''
  return ` Ici, il reste ${parts.length > 1 ? `${parts.slice(0, -1).join(', ')} et ${last}` : last}.`
}

/** Full with one software is not full: what else there is, for who was refused. */
function instead(entry: ReplyEntry): string {
  const left = choice(entry)
  if (left === '') return ''
  const which = entry.freeWith.length > 1 ? 'l’un de ces logiciels' : 'ce logiciel'
  return `${left} Si ${which} vous convient, vous pouvez faire une nouvelle demande.`
}

/** Money that came for what is over: said, and what becomes of it is the centre's to decide. */
function kept({ hasPaid, paid }: Money): string {
  return hasPaid ? ` Nous avons reçu ${paid} pour cela${NBSP}: voyons ensemble ce qu’il en est.` : ''
}
