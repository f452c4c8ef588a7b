import {
  candidatesOf,
  comparePlaced,
  countShown,
  type ListCounts,
  type ListQuery,
  listShown,
  listShownOf,
  type Moment,
  type Placed,
  readPlaced,
} from '../../db/request-query.ts'
import type { Db, Tx } from '../../db/schema.ts'
import { byId } from '../../domain/by-id.ts'
import { addDays, type Instant, startOfDay } from '../../domain/time.ts'

/** A list as it was asked for, kept in memory: the order of all of it, and what the chips count. */
export type View = ListCounts & {
  query: ListQuery
  moment: Moment
  /** The instant at which a payment becomes late or a day ends: from then on it says something else. */
  until: Instant
  ids: string[]
}

/** More people than that and making the list anew costs less than mending it. */
export const FEW = 20

export async function makeView(db: Db, query: ListQuery, moment: Moment, timeZone: string): Promise<View> {
  const counted = await countShown(db, query, moment, null)
  const dayEnds = startOfDay(addDays(moment.today, 1), timeZone)
  return {
    ...counted,
    query,
    moment,
    until: earlier(dayEnds, counted.turnsAt),
    ids: await listShown(db, query, moment),
  }
}

/** What a view holds of a few people, at one moment. */
export type Part = { shown: readonly Placed[]; counted: ListCounts }

export async function readPart(tx: Db | Tx, { query, moment }: View, candidates: readonly string[]): Promise<Part> {
  return {
    shown: await listShownOf(tx, query, moment, candidates),
    counted: await countShown(tx, query, moment, candidates),
  }
}

/**
 * Mends a view after lines of a few people have changed, so that a click does not cost a look at the whole session.
 * @param before what it held of them before
 * @param after what it holds of them now
 */
export async function mendView(tx: Db | Tx, view: View, before: Part, after: Part): Promise<void> {
  const keysBefore = byId(before.shown)
  const stays = new Set(
    after.shown.flatMap((one) => {
      const known = keysBefore.get(one.id)
      return known && comparePlaced(known, one, view.query) === 0 ? one.id : []
    }),
  )
  const moved = new Set(before.shown.flatMap(({ id }) => (stays.has(id) ? [] : id)))
  if (moved.size > 0) view.ids = view.ids.filter((id) => !moved.has(id))
  for (const one of after.shown) if (!stays.has(one.id)) view.ids.splice(await placeOf(tx, view, one), 0, one.id)
  for (const group of Object.keys(view.counts) as (keyof View['counts'])[])
    view.counts[group] += after.counted.counts[group] - before.counted.counts[group]
  view.unchecked += after.counted.unchecked - before.counted.unchecked
  view.whole += after.counted.whole - before.counted.whole
  view.until = earlier(view.until, after.counted.turnsAt)
}

/** By halving: a dozen looks into twenty thousand. */
async function placeOf(tx: Db | Tx, { ids, query }: View, one: Placed): Promise<number> {
  let first = 0
  let after = ids.length
  while (first < after) {
    const middle = (first + after) >> 1
    const other = await readPlaced(tx, query, ids[middle] ?? '')
    if (other && comparePlaced(other, one, query) < 0) first = middle + 1
    else after = middle
  }
  return first
}

/**
 * Holds other requests in sight than before.
 * @returns false when they are too many: the view is to be made anew
 */
export async function holdInView(db: Db, view: View, held: readonly string[]): Promise<boolean> {
  const [before, now] = [new Set(view.query.held), new Set(held)]
  const others = [...new Set([...before, ...now])].filter((id) => before.has(id) !== now.has(id))
  if (others.length === 0) return true
  if (others.length > FEW) return false
  const candidates = await candidatesOf(db, others)
  const partBefore = await readPart(db, view, candidates)
  view.query = { ...view.query, held }
  await mendView(db, view, partBefore, await readPart(db, view, candidates))
  return true
}

function earlier(at: Instant, other: Instant | null): Instant {
  return other !== null && other < at ? other : at
}
