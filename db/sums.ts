import { hash } from 'node:crypto'
import { addSums, bucketOfHash, placeText, rowText, subtractSum } from '../domain/digest.ts'
import { type EntityName, entities, entityNames, isEntityName } from '../domain/entities.ts'
import { decode } from './codec.ts'
import type { Kept } from './rows.ts'
import type { Db, Tx } from './schema.ts'
import { readSyncState, saveSyncState } from './sync-state.ts'

/** What the rows that HQ has confirmed here add up to, by stream: one number says whether both sides hold the same. */
export type Sums = { common: bigint; centre: bigint }

export type ConfirmedRow = { entity: EntityName; id: string; revision: number; hash: bigint }

/** 64 bits of SHA-256: two different rows with one hash are not to be feared, and both sides have it at hand. */
export function hashOf(text: string): bigint {
  // As hexadecimal digits, which cost half of what a buffer made for each row does.
  return BigInt(`0x${hash('sha256', text, 'hex').slice(0, 16)}`)
}

export function hashOfRow<E extends EntityName>(entity: E, id: string, { value, revision }: Kept<E>): bigint {
  return hashOf(rowText(entity, id, revision, value))
}

export function bucketOf(entity: EntityName, id: string): number {
  return bucketOfHash(hashOf(placeText(entity, id)))
}

/** The sums kept, or null before they were first counted. */
export async function readSums(tx: Db | Tx): Promise<Sums | null> {
  const { sumCommon, sumCentre } = await readSyncState(tx)
  return sumCommon === undefined || sumCentre === undefined
    ? null
    : { common: BigInt(sumCommon), centre: BigInt(sumCentre) }
}

export async function saveSums(tx: Tx, { common, centre }: Sums): Promise<void> {
  await saveSyncState(tx, { sumCommon: String(common), sumCentre: String(centre) })
}

/** Follows the rows that one page confirms, replaces or removes. */
export class SumChange {
  readonly #added: Sums = { common: 0n, centre: 0n }
  #any = false

  add(entity: EntityName, hash: bigint): void {
    const { stream } = entities[entity]
    this.#added[stream] = addSums(this.#added[stream], hash)
    this.#any = true
  }

  subtract(entity: EntityName, hash: bigint): void {
    const { stream } = entities[entity]
    this.#added[stream] = subtractSum(this.#added[stream], hash)
    this.#any = true
  }

  /** In the transaction that changed the rows. Nothing to do before the rows were first counted. */
  async save(tx: Tx): Promise<void> {
    if (!this.#any) return
    const sums = await readSums(tx)
    if (!sums) return
    const { common, centre } = this.#added
    await saveSums(tx, { common: addSums(sums.common, common), centre: addSums(sums.centre, centre) })
  }
}

/**
 * Every row as HQ last confirmed it: what pending decisions changed is read from its copy kept aside; what only facts of this PC have
 * added, and what HQ has taken away while work on it is pending, is left out. Reads whole tables: for counting anew and for repairs.
 */
export async function* confirmedRows(tx: Db | Tx, stream: 'common' | 'centre'): AsyncGenerator<ConfirmedRow> {
  const db = tx as Db
  const aside = new Map<string, { value: string | null; revision: number }>()
  for (const { entity, id, value, revision } of await db.selectFrom('shadow').selectAll().execute())
    aside.set(placeText(entity as EntityName, id), { value, revision })
  const gone = new Set<string>()
  for (const { entity, id } of await db.selectFrom('spared').selectAll().execute())
    if (isEntityName(entity)) gone.add(placeText(entity, id))
  for (const entity of entityNames) {
    if (entities[entity].stream !== stream) continue
    for await (const rows of piecesOf(db, entity))
      for (const row of rows) {
        const { id } = row
        const place = placeText(entity, id)
        if (gone.has(place)) continue
        const copy = aside.get(place)
        if (copy?.value === null) continue
        const kept = copy
          ? { value: JSON.parse(copy.value) as never, revision: copy.revision }
          : { value: decode(entity, row as never), revision: row.revision }
        yield { entity, id, revision: kept.revision, hash: hashOfRow(entity, id, kept) }
      }
  }
}

/** A table may hold more than a small PC has memory for. */
const ROWS_AT_A_TIME = 1000

async function* piecesOf(db: Db, entity: EntityName) {
  for (let after: string | null = ''; after !== null; ) {
    const rows = await db
      .selectFrom(entity as 'entry')
      .selectAll()
      .where('revision', '>', 0)
      .where('id', '>', after)
      .orderBy('id')
      .limit(ROWS_AT_A_TIME)
      .execute()
    yield rows
    after = rows.length < ROWS_AT_A_TIME ? null : (rows.at(-1)?.id ?? null)
  }
}

/** Counts the sums anew from the rows themselves, and keeps them. */
export async function recount(tx: Tx): Promise<Sums> {
  const sums: Sums = { common: 0n, centre: 0n }
  for (const stream of ['common', 'centre'] as const)
    for await (const row of confirmedRows(tx, stream)) sums[stream] = addSums(sums[stream], row.hash)
  await saveSums(tx, sums)
  return sums
}
