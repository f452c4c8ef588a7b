import type { KnownPerson, PersonReason } from './find-people.ts'
import { PERSON_REASONS, peopleFinder } from './find-people.ts'
import type { Allocation, Payer } from './payment.ts'
import { plainWords } from './plain-text.ts'
import type { LocalDate } from './time.ts'

/** Why a credit of a bank statement may be this payment. Said to a person, who decides. */
export const PROPOSAL_REASONS = [
  ...PERSON_REASONS,
  ...(['organisation', 'reference', 'all-due', 'one-due', 'same-amount', 'same-day', 'near-day', 'cheques'] as const),
] as const
export type ProposalReason = (typeof PROPOSAL_REASONS)[number]

export type BankCredit = { bookedOn: LocalDate; amount: number; label: string }

/** What one payer owes for one session, in the order in which it would be paid. Amounts in minor units. */
export type Owing = {
  payer: Payer
  sessionId: string
  dues: readonly { entryId: string; candidateId: string; due: number }[]
}
/** A payment recorded by hand that no statement has shown yet. */
export type Recorded = {
  paymentId: string
  payer: Payer
  /** Those it pays for. */
  candidateIds: readonly string[]
  amount: number
  receivedOn: LocalDate
  reference: string | null
}
/** Cheques taken to the bank that no statement has shown yet. */
export type Deposited = { depositId: string; total: number; depositedOn: LocalDate; reference: string | null }

export type Expected = {
  people: readonly KnownPerson[]
  organisations: readonly { id: string; name: string }[]
  owing: readonly Owing[]
  recorded: readonly Recorded[]
  deposits: readonly Deposited[]
}

export type Proposal = { reasons: readonly ProposalReason[]; score: number } & (
  | { kind: 'due'; owing: Owing; allocations: readonly Allocation[] }
  | { kind: 'recorded'; recorded: Recorded }
  | { kind: 'deposit'; deposit: Deposited }
)
/** `sure`: the first is better than any other, and good enough to be shown as the one; a person still says so. */
export type Proposals = { proposals: readonly Proposal[]; sure: boolean }

/** What each reason weighs. Of the reasons that name a person the best counts, and what it leans on. */
const WEIGHT: Readonly<Record<ProposalReason, number>> = {
  ...{ nuc: 60, 'nuc-near': 35, 'birth-name': 16, 'usage-name': 16, 'first-name': 24, organisation: 40, reference: 45 },
  ...{ 'all-due': 30, 'one-due': 22, 'same-amount': 30, 'same-day': 14, 'near-day': 8, cheques: 20 },
}
/** A proposal worth showing, and one worth showing as the one. */
const LEAST = 30
const SURE = 50
/** More are no help: whoever reads them chooses by name instead. */
const MOST_PROPOSALS = 5
/** A payment noted by hand is booked within these days; cheques take longer. */
const RECORDED_DAYS = 5
const DEPOSIT_DAYS = 7
/** An amount that more payers owe names nobody. */
const MOST_BY_AMOUNT = 3
const MOST_ALLOCATIONS = 500
const NAMELESS = new Set('association asso centre sarl sas sa eurl de du des la le les l d et'.split(' '))
const CHEQUE_WORDS = new Set(['remise', 'cheque', 'cheques', 'chq', 'chqs', 'remcb', 'remchq'])

/** Prepares the search for who paid: everything is found by word, number or amount, so that the cost of a line stays small. */
export function proposer(expected: Expected): (credit: BankCredit) => Proposals {
  const findPeople = peopleFinder(expected.people)
  const organisations = organisationFinder(expected.organisations)
  const owingOf = Map.groupBy(expected.owing, ({ payer }) => keyOf(payer))
  const owingAll = Map.groupBy(expected.owing, totalOf)
  const recordedAbout = groupByEach(expected.recorded, ({ payer, candidateIds }) => [
    ...new Set([keyOf(payer), ...candidateIds.map((id) => keyOf({ kind: 'candidate', id }))]),
  ])
  const recordedByReference = groupByEach(expected.recorded, ({ reference }) => referenceWords(reference))
  const depositsOf = Map.groupBy(expected.deposits, ({ total }) => total)

  return (credit) => {
    const words = plainWords(credit.label)
    const people = findPeople(words)
    const paying = organisations(words)
    const recognised = new Map<string, readonly ProposalReason[]>([
      ...[...people].map(([id, reasons]) => [keyOf({ kind: 'candidate', id }), [...reasons]] as const),
      ...paying.map((id) => [keyOf({ kind: 'organisation', id }), ['organisation']] as const),
    ])
    const proposals: Proposal[] = []
    for (const [key, reasons] of recognised)
      for (const owing of owingOf.get(key) ?? []) proposals.push(proposeDue(owing, credit, reasons, people))

    const recorded = new Map<Recorded, Set<ProposalReason>>()
    const note = (one: Recorded, reasons: readonly ProposalReason[]) =>
      recorded.set(one, new Set([...(recorded.get(one) ?? []), ...reasons]))
    for (const [key, reasons] of recognised) for (const one of recordedAbout.get(key) ?? []) note(one, reasons)
    for (const word of words) for (const one of recordedByReference.get(word) ?? []) note(one, ['reference'])
    for (const [one, reasons] of recorded) proposals.push(...proposeRecorded(one, credit, reasons))

    for (const deposit of depositsOf.get(credit.amount) ?? [])
      proposals.push(...proposeDeposit(deposit, credit, new Set(words)))

    const shown = proposals.filter(isWorthShowing).toSorted((a, b) => b.score - a.score)
    if (shown.length > 0) {
      const [best, second] = shown
      const sure = best !== undefined && best.score >= SURE && best.score > (second?.score ?? 0)
      return { proposals: shown.slice(0, MOST_PROPOSALS), sure }
    }
    const owedBy = owingAll.get(credit.amount) ?? []
    if (owedBy.length > MOST_BY_AMOUNT) return { proposals: [], sure: false }
    return { proposals: owedBy.map((owing) => proposeDue(owing, credit, [], people)), sure: false }
  }
}

/** @returns what this credit would pay of what is owed, first what it is exactly, or those whom the bank names */
export function proposeDue(
  owing: Owing,
  { amount }: Pick<BankCredit, 'amount'>,
  known: readonly ProposalReason[],
  people: ReadonlyMap<string, ReadonlySet<PersonReason>>,
): Extract<Proposal, { kind: 'due' }> {
  const { payer, dues } = owing
  const named = (candidateId: string) => payer.kind === 'organisation' && people.has(candidateId)
  const namedDue = dues.reduce((sum, { candidateId, due }) => sum + (named(candidateId) ? due : 0), 0)
  const isAll = amount === totalOf(owing) || (namedDue > 0 && amount === namedDue)
  const exact = isAll ? undefined : dues.find(({ due }) => due === amount)
  const rank = (due: (typeof dues)[number]) => (named(due.candidateId) ? 0 : due === exact ? 1 : 2)
  const about = dues.toSorted((a, b) => rank(a) - rank(b))
  const reasons = inOrder([
    ...known,
    // Whom an organisation pays for is told, since it is why these are paid first.
    ...about.flatMap(({ candidateId }) => (named(candidateId) ? [...(people.get(candidateId) ?? [])] : [])),
    ...(isAll ? (['all-due'] as const) : exact ? (['one-due'] as const) : []),
  ])
  let left = amount
  const allocations = about.slice(0, MOST_ALLOCATIONS).flatMap(({ entryId, due }) => {
    const part = Math.min(left, due)
    left -= part
    return part > 0 ? [{ entryId, amount: part }] : []
  })
  return { kind: 'due', owing, allocations, reasons, score: scoreOf(reasons) }
}

function proposeRecorded(recorded: Recorded, credit: BankCredit, known: ReadonlySet<ProposalReason>): Proposal[] {
  const days = daysBetween(recorded.receivedOn, credit.bookedOn)
  if (recorded.amount !== credit.amount || days > RECORDED_DAYS) return []
  const reasons = inOrder([...known, 'same-amount', days === 0 ? 'same-day' : 'near-day'])
  return [{ kind: 'recorded', recorded, reasons, score: scoreOf(reasons) }]
}

function proposeDeposit(deposit: Deposited, credit: BankCredit, words: ReadonlySet<string>): Proposal[] {
  const days = daysBetween(deposit.depositedOn, credit.bookedOn)
  if (days > DEPOSIT_DAYS) return []
  const reasons = inOrder([
    ...(referenceWords(deposit.reference).some((word) => words.has(word)) ? (['reference'] as const) : []),
    ...([...CHEQUE_WORDS].some((word) => words.has(word)) ? (['cheques'] as const) : []),
    'same-amount',
    days === 0 ? 'same-day' : 'near-day',
  ])
  return [{ kind: 'deposit', deposit, reasons, score: scoreOf(reasons) }]
}

/** A number that is nearly somebody's is nearly that of others too: it needs a name or an amount beside it. */
function isWorthShowing({ reasons, score }: Proposal): boolean {
  return score >= LEAST && !(reasons.length === 1 && reasons[0] === 'nuc-near')
}

function scoreOf(reasons: readonly ProposalReason[]): number {
  const has = new Set(reasons)
  const named =
    has.has('birth-name') || has.has('usage-name')
      ? WEIGHT['birth-name'] + (has.has('first-name') ? WEIGHT['first-name'] : 0)
      : 0
  const numbered = has.has('nuc') ? WEIGHT.nuc : has.has('nuc-near') ? WEIGHT['nuc-near'] : 0
  const personal: readonly string[] = PERSON_REASONS
  const others = reasons.filter((reason) => !personal.includes(reason))
  // A name beside the number that says the same adds little.
  const person = Math.max(named, numbered) + Math.min(named, numbered) / 4
  return person + others.reduce((sum, reason) => sum + WEIGHT[reason], 0)
}

function organisationFinder(
  organisations: readonly { id: string; name: string }[],
): (words: readonly string[]) => string[] {
  const known = organisations.flatMap(({ id, name }) => {
    const telling = plainWords(name).filter((word) => !NAMELESS.has(word))
    const [longest] = telling.toSorted((a, b) => b.length - a.length)
    return longest === undefined || longest.length < 3 ? [] : [{ id, telling, longest }]
  })
  const byWord = Map.groupBy(known, ({ longest }) => longest)
  return (words) => {
    const all = new Set(words)
    return [...all].flatMap((word) =>
      (byWord.get(word) ?? []).flatMap(({ id, telling }) => (telling.every((part) => all.has(part)) ? id : [])),
    )
  }
}

/** The words of a reference that can be told from others: long enough, with a figure. */
function referenceWords(reference: string | null): string[] {
  return plainWords(reference ?? '').filter((word) => word.length >= 4 && /\d/.test(word))
}

function totalOf({ dues }: Owing): number {
  return dues.reduce((sum, { due }) => sum + due, 0)
}

function inOrder(reasons: readonly ProposalReason[]): ProposalReason[] {
  const has = new Set(reasons)
  return PROPOSAL_REASONS.filter((reason) => has.has(reason))
}

function groupByEach<V>(values: readonly V[], keysOf: (value: V) => readonly string[]): Map<string, V[]> {
  const groups = new Map<string, V[]>()
  for (const value of values)
    for (const key of keysOf(value)) {
      const group = groups.get(key)
      if (group) group.push(value)
      else groups.set(key, [value])
    }
  return groups
}

function keyOf({ kind, id }: Payer): string {
  return `${kind}/${id}`
}

function daysBetween(one: LocalDate, other: LocalDate): number {
  return Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000
}
