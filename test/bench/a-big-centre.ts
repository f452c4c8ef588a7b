import type { Write } from '../../domain/entities.ts'
import { uuidV7 } from '../../domain/ids.ts'
import { toldOf } from '../../domain/told.ts'
import { type Chance, chanceOf } from '../../hq/sample/chance.ts'
import { makeSample } from '../../hq/sample/make-sample.ts'

export const CENTRE_ID = 'rennes'
/** Below this, sessions of sixty requests instead of two thousand: all kinds of rows are there all the same. */
const BIG_FROM = 20_000
/** One row in fifty had to be looked at by a person. */
const REVIEWED = 50

/**
 * What a centre has after years: session after session of the invented sample, from the present one back, with the outcome of each
 * command that made its rows, and some lines of À revoir. Each row comes after those it refers to. Seats for everybody.
 * @param count rows in all, common ones included
 */
export function aBigCentre(count: number): { common: Write[]; rows: Write[] } {
  const common = new Map<string, Write>()
  const rows = new Map<string, Write>()
  const chance = chanceOf(count)
  for (let back = 0; common.size + rows.size < count; back++) {
    const sample = makeSample(presentOf(back), count < BIG_FROM ? 'small' : 'big', back)
    const batches = sample.centres.find(({ centreId }) => centreId === CENTRE_ID)?.batches ?? []
    // The session after the one under way is the one that was made the time before.
    for (const write of sample.common) keepFirst(common, write)
    for (const write of batches.flat())
      for (const row of [asHere(write, rows.size), ...tracesOf(write, chance)]) keepFirst(rows, row)
  }
  return { common: [...common.values()], rows: [...rows.values()].slice(0, count - common.size) }
}

/** Alternately the autumn before a January session and the spring before a June one. */
function presentOf(back: number): string {
  const year = 2026 - Math.floor(back / 2)
  return back % 2 === 0 ? `${year}-11-23T08:41:00.000Z` : `${year}-04-13T07:41:00.000Z`
}

function keepFirst(rows: Map<string, Write>, write: Write): void {
  const place = `${write.entity}/${write.value.id}`
  if (!rows.has(place)) rows.set(place, write)
}

/** Candidates' numbers begin again in each sample, and samples leave few seats: here they would clash, and stop the clicks. */
function asHere(write: Write, index: number): Write {
  if (write.entity === 'candidate' && write.value.nuc !== null)
    return { entity: 'candidate', value: { ...write.value, nuc: `CA${100_000 + index}` } }
  if (write.entity === 'offering') return { entity: 'offering', value: { ...write.value, seats: 9999, open: true } }
  return write
}

const NOTHING_TOLD = { about: [], entryIds: [], told: {} }

/** What HQ says of the command that made a row what it is. */
function tracesOf(write: Write, chance: Chance): Write[] {
  const made = commandBehind(write)
  if (!made) return []
  const { name, at } = made
  const idOf = () => uuidV7(at, chance.bytes(16))
  const id = idOf()
  const refused = chance.int(1, REVIEWED) === 1
  const code = refused ? 'no-seat-left' : null
  const detail = refused ? { offeringId: `${CENTRE_ID}-2027-01-asca-e1-sage`, seats: 12, used: 12 } : null
  const outcome: Write = {
    entity: 'outcome',
    value: {
      id,
      deviceId: `${CENTRE_ID}-poste-direction`,
      name,
      status: refused ? 'refused' : 'applied',
      code,
      detail,
      decidedAt: at,
      operatorName: 'Anne',
      doneAt: at,
      ...(refused ? NOTHING_TOLD : toldOf({}, [write])),
    },
  }
  if (code === null) return [outcome]
  const reviewItemId = idOf()
  const review: Write = {
    entity: 'reviewItem',
    value: {
      id: reviewItemId,
      commandId: id,
      kind: 'refused',
      name,
      code,
      detail,
      requestId: null,
      entryIds: write.entity === 'entry' ? [write.value.id] : [],
      paymentId: null,
      deviceName: 'POSTE DIRECTION',
      operatorName: 'Yannick PRIGENT',
      doneAt: at,
      judgedAt: at,
      dependents: [],
    },
  }
  const settlement = { id: idOf(), reviewItemId, note: null, settledAt: at, settledBy: 'Maëlle CORVAISIER' }
  return [outcome, review, { entity: 'reviewSettlement', value: { ...settlement, choice: 'handled' } }]
}

function commandBehind({ entity, value }: Write): { name: string; at: string } | null {
  if (entity === 'payment') return { name: 'payment.record', at: value.recordedAt }
  if (entity === 'receipt') return { name: 'receipt.issue', at: value.issuedAt }
  if (entity !== 'entry') return null
  const at = value.confirmedAt ?? value.prevalidatedAt
  return at ? { name: value.confirmedAt ? 'entry.confirm' : 'entry.prevalidate', at } : null
}
