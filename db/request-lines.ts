import { sql } from 'kysely'
import { byId } from '../domain/by-id.ts'
import type { RequestLine } from '../domain/request-line.ts'
import type { Tx } from './schema.ts'

/** Fields of a line, in the order in which they are written. */
const FIELDS = [
  ...([
    'sessionId',
    'id',
    'candidateId',
    'organisationId',
    'groups',
    'firstLateAt',
    'lastLateAt',
    'deadlineDays',
  ] as const),
  ...(['offers', 'unchecked', 'receivedAt', 'nameKey', 'nucKey', 'examsKey', 'stateKey', 'deadlineAt', 'due'] as const),
  ...(['payerKey', 'bornOn', 'townKey'] as const),
] satisfies (keyof RequestLine)[]

/** The lines that are here, by request. */
export async function readRequestLines(tx: Tx, requestIds: readonly string[]): Promise<Map<string, RequestLine>> {
  const rows = await tx
    .selectFrom('requestLine')
    .selectAll()
    .where(sql<boolean>`id in (select value from json_each(${JSON.stringify(requestIds)}))`)
    .execute()
  return byId(rows)
}

export function isSameLine(one: RequestLine | undefined, other: RequestLine | undefined): boolean {
  if (!one || !other) return one === other
  return FIELDS.every((field) => one[field] === other[field])
}

export async function removeRequestLines(tx: Tx, requestIds: readonly string[]): Promise<void> {
  await sql`delete from request_line where id in (select value from json_each(${JSON.stringify(requestIds)}))`.execute(
    tx,
  )
}

/** In one statement whatever their number, so that it is prepared once. */
export async function addRequestLines(tx: Tx, lines: readonly RequestLine[]): Promise<void> {
  if (lines.length === 0) return
  const rows = JSON.stringify(lines.map((line) => FIELDS.map((field) => line[field])))
  const columns = sql.join(FIELDS.map((field) => sql.ref(field)))
  const values = sql.join(FIELDS.map((_, place) => sql`value ->> ${sql.lit(place)}`))
  await sql`insert into request_line (${columns}) select ${values} from json_each(${rows})`.execute(tx)
}
