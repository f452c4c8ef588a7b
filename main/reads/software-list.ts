import { sql } from 'kysely'
import type { SoftwareRow } from '../../contract/desk-session.ts'
import type { Db } from '../../db/schema.ts'

/** The catalogue's software: what the centre has offered most comes first, then in the order of a French reader. */
export async function listSoftware(db: Db): Promise<SoftwareRow[]> {
  const { rows } = await sql<SoftwareRow>`
    select software.id, software.name, count(offered.value) as offerings
    from software left join
      (select used.value from offering, json_each(offering.software_ids) as used) as offered on offered.value = software.id
    group by software.id`.execute(db)
  const { compare } = new Intl.Collator('fr', { numeric: true })
  return rows.toSorted((a, b) => b.offerings - a.offerings || compare(a.name, b.name) || compare(a.id, b.id))
}
