import type { EntityName, EntityValue } from '../../domain/entities.ts'
import { differences, readDesk } from '../../scripts/tour/compare.ts'
import type { KilledDesk } from './killed-desk.ts'
import type { AnsweredClick } from './secretary.ts'

export type Truth = Awaited<ReturnType<typeof readDesk>>
/** What HQ holds beyond what it gives: every position of the centre's stream, and the ids of the commands it has taken. */
export type HqRecord = {
  changes: { commandId: string | null; rows: { entity: string; id: string; value: unknown }[] }[]
  commandIds: string[]
}

/** Answered clicks that this register does not hold. */
export function findLost(clicks: readonly AnsweredClick[], desk: KilledDesk, register: ReadonlyMap<string, string>) {
  return clicks
    .filter((click) => click.desk === desk.name)
    .flatMap(({ commandIds }) => commandIds)
    .filter((id) => !register.has(id))
}

/** Answered clicks against what became of them: taken once by HQ with one outcome that the desk knows, or undone as was asked. */
export function judgeClick(click: AnsweredClick, register: ReadonlyMap<string, string>, hq: HqRecord): string[] {
  return click.commandIds.flatMap((id) => {
    const state = register.get(id)
    const outcomes = hq.changes.flatMap(({ rows }) => rows).filter((row) => row.entity === 'outcome' && row.id === id)
    if (state === 'cancelled') {
      if (click.undo === 'not-asked') return [`${id} was cancelled and nobody asked`]
      return hq.commandIds.includes(id) ? [`${id} was cancelled and HQ has it`] : []
    }
    if (click.undo === 'undone') return [`${id} was said undone and is ${state}`]
    const [outcome] = outcomes
    if (!outcome || outcomes.length > 1) return [`${id} has ${outcomes.length} outcomes at HQ`]
    const status = (outcome.value as EntityValue<'outcome'>).status
    return status === state ? [] : [`${id} is ${state} here and ${status} at HQ`]
  })
}

/** What must be true of HQ's rows whatever happened. */
export function judgeHq(truth: Truth, hq: HqRecord): string[] {
  const broken: string[] = []
  const once = new Set(hq.commandIds)
  if (once.size !== hq.commandIds.length) broken.push('HQ has taken a command twice')
  for (const entity of ['payment', 'receipt'] as const) {
    const published = hq.changes.flatMap(({ rows }) => rows).filter((row) => row.entity === entity)
    if (new Set(published.map(({ id }) => id)).size !== published.length) broken.push(`a ${entity} was written twice`)
  }
  broken.push(...judgeNumbers(valuesOf(truth, 'receipt')), ...judgeSeats(hq))
  const receipts = valuesOf(truth, 'receipt').map(({ paymentId }) => paymentId)
  if (new Set(receipts).size !== receipts.length) broken.push('a payment has two receipts')
  return broken
}

/** In each series and year, 1, 2, 3… without a gap and without a clash. */
function judgeNumbers(receipts: readonly EntityValue<'receipt'>[]): string[] {
  const series = Map.groupBy(receipts, (receipt) => `${receipt.year}-${receipt.series}`)
  return [...series].flatMap(([name, issued]) => {
    const numbers = issued.map(({ sequence }) => sequence).sort((a, b) => a - b)
    const wrong = numbers.findIndex((number, index) => number !== index + 1)
    return wrong === -1 ? [] : [`series ${name}: number ${numbers[wrong]} where ${wrong + 1} was due`]
  })
}

/** Seats at every position of the stream, not only at the end. */
function judgeSeats({ changes }: HqRecord): string[] {
  const seats = new Map<string, number>()
  const holders = new Map<string, string>()
  for (const { rows } of changes) {
    for (const { entity, id, value } of rows) {
      if (entity === 'offering') seats.set(id, (value as EntityValue<'offering'>).seats)
      if (entity !== 'entry') continue
      const { status, offeringId } = value as EntityValue<'entry'>
      if (offeringId && (status === 'prevalidated' || status === 'confirmed')) holders.set(id, offeringId)
      else holders.delete(id)
    }
    for (const [offering, limit] of seats) {
      const used = [...holders.values()].filter((held) => held === offering).length
      if (used > limit) return [`${offering}: ${used} seats given of ${limit}`]
    }
  }
  return []
}

/** The desk, closed, row by row against HQ. */
export async function judgeEquality(desk: KilledDesk, truth: Truth): Promise<string[]> {
  return differences(await readDesk(desk.file), truth).map((key) => `${desk.name} and HQ differ on ${key}`)
}

function valuesOf<E extends EntityName>(truth: Truth, entity: E): EntityValue<E>[] {
  return [...truth].filter(([key]) => key.startsWith(`${entity}/`)).map(([, value]) => value as EntityValue<E>)
}
