import type { EntityValue } from '../domain/entities.ts'
import { decode } from './codec.ts'
import type { NumberedPaper } from './payments.ts'
import type { Db } from './schema.ts'

const AT_ONCE = 500

/** All numbered papers of one kind by series, year and number, some hundreds at a time: a centre keeps ten years of them. */
export async function* inNumberOrder<K extends NumberedPaper>(db: Db, kind: K): AsyncGenerator<EntityValue<K>[]> {
  let last = { series: '', year: 0, sequence: 0, id: '' }
  for (;;) {
    const rows = await db
      .selectFrom(kind as 'receipt')
      .selectAll()
      .where(({ eb, refTuple, tuple }) =>
        eb(refTuple('series', 'year', 'sequence', 'id'), '>', tuple(last.series, last.year, last.sequence, last.id)),
      )
      .orderBy('series')
      .orderBy('year')
      .orderBy('sequence')
      .orderBy('id')
      .limit(AT_ONCE)
      .execute()
    const papers = rows.map((row) => decode(kind as 'receipt', row)) as EntityValue<K>[]
    if (papers.length > 0) yield papers
    const end = rows.at(-1)
    if (!end || rows.length < AT_ONCE) return
    last = end
  }
}
