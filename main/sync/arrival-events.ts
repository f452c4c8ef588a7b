import type { KnownRow } from '../../contract/rows.ts'
import type { ArrivalKind } from '../../contract/states.ts'
import type { ArrivalEvent } from '../../db/arrivals.ts'
import { getManyKept } from '../../db/rows.ts'
import type { Tx } from '../../db/schema.ts'
import type { Request } from '../../domain/candidate.ts'
import { placeText } from '../../domain/digest.ts'
import type { Write } from '../../domain/entities.ts'
import { touchesOf } from '../commands/touches.ts'

/** What a catalogue or a closed session brings at once is counted, not named. */
const MOST_ROWS = 60

/**
 * What happened at HQ, one transaction after the other, for the register of arrivals. Asked before the rows are taken in: only then can it
 * be told whether a request is new.
 * @param transactions the rows of each, in HQ's order
 */
export async function readArrivalEvents(
  tx: Tx,
  transactions: readonly (readonly KnownRow[])[],
): Promise<ArrivalEvent[]> {
  const requestIds = transactions.flat().flatMap(({ entity, id }) => (entity === 'request' ? id : []))
  const known = new Map([...(await getManyKept(tx, 'request', requestIds))].map(([id, { value }]) => [id, value]))
  return transactions.flatMap((rows) => {
    if (rows.length === 0) return []
    const event = eventOf(rows, known)
    // Within one arrival a request may be sent, then changed.
    for (const { entity, value } of rows) if (entity === 'request' && value) known.set(value.id, value)
    return event
  })
}

function eventOf(rows: readonly KnownRow[], known: ReadonlyMap<string, Request>): ArrivalEvent {
  const kind = kindOf(rows, known)
  const named = [...new Set(rows.flatMap(placesOf))]
  if (kind !== 'other' && named.length <= MOST_ROWS) return { kind, rows: named }
  const own = rows.flatMap(({ entity, id }) => (entity === 'outcome' ? placeText(entity, id) : []))
  return { kind, rows: own, counts: countsOf(rows) }
}

function kindOf(rows: readonly KnownRow[], known: ReadonlyMap<string, Request>): ArrivalKind | 'command' {
  const written = rows.flatMap(({ entity, value }) => (value ? [{ entity, value } as Write] : []))
  if (written.some(({ entity }) => entity === 'outcome')) return 'command'
  for (const { entity, value } of written) {
    if (entity !== 'request') continue
    const before = known.get(value.id)
    if (!before) return 'request.received'
    if (value.version > before.version) return 'request.modified'
    if (value.dataCheckedAt !== null && value.dataCheckedAt !== before.dataCheckedAt) return 'data.checked'
  }
  if (written.some(({ entity, value }) => entity === 'entry' && value.status === 'withdrawn')) return 'entry.withdrawn'
  if (written.some(({ entity }) => entity === 'reviewItem')) return 'review.asked'
  return written.length > 0 && written.every(({ entity }) => entity === 'candidate') ? 'candidate.changed' : 'other'
}

/** The row and those that it is about. */
function placesOf({ entity, id, value }: KnownRow): string[] {
  if (value === null) return [placeText(entity, id)]
  const places = touchesOf([{ entity, value } as Write])
  if (entity === 'request') places.push(`candidate/${value.candidateId}`)
  if (entity === 'reminder' || entity === 'reviewItem')
    places.push(...value.entryIds.map((entryId) => `entry/${entryId}`))
  return places
}

function countsOf(rows: readonly KnownRow[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { entity, value } of rows) {
    if (entity === 'outcome') continue
    const kind = value === null ? 'removed' : entity
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  return counts
}
