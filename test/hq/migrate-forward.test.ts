import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { readRow } from '../../contract/rows.ts'
import { hashOfRow } from '../../db/sums.ts'
import { addSums } from '../../domain/digest.ts'
import { entities } from '../../domain/entities.ts'
import { migrate, migrations } from '../../hq/db/migrate.ts'
import { openPglite, openPostgres } from '../../hq/db/open.ts'
import { headsOf } from '../../hq/feed-heads.ts'
import { beginSnapshot, readSnapshot } from '../../hq/read-snapshot.ts'
import { ENGINES, newPostgresDatabase } from '../helpers/hq-database.ts'
import { MONDAY } from '../helpers/rows.ts'

/** Rows as an HQ of the first version had them, written by hand. */
const FIRST_VERSION = [
  "insert into exam_session values ('2027-01', 'Session de janvier 2027', '2027-01-18', '2027-01-22')",
  `insert into centre values ('rennes', 'C-035', 'CENTRE LUMIÈRE', 'Rennes', '35', '35238', 'mainland', 'Europe/Paris', 'EUR', 'H-2024-035', '2028-12-31')`,
  `insert into candidate (id, birth_name, first_names, sex, born_on, birth_place, birth_country, email, phone, address_lines, postcode, town, nir_check)
    values ('ny', 'Ny', 'Anna', 'F', '1998-05-30', 'Papeete', 'France', 'ny@example.org', '0', '["a"]', '35000', 'Rennes', 'none'),
      ('elsewhere', 'Roy', 'Paul', 'M', '1990-01-01', 'Lyon', 'France', 'roy@example.org', '0', '[]', '69000', 'Lyon', 'none')`,
  `insert into request (centre_id, id, session_id, candidate_id, version, received_at, email_confirmed_at)
    values ('rennes', 'r1', '2027-01', 'ny', 1, '${MONDAY}', '${MONDAY}')`,
  `insert into operator (centre_id, id, name, role, active, revision) values ('rennes', 'anne', 'Anne Hervé', 'manager', true, 3)`,
  "insert into feed values ('common', 2), ('centre:rennes', 5)",
  `insert into hq_device values ('pc-1', 'rennes', 'key', 'age', '0.1.0', '${MONDAY}', null, 7)`,
]

test.each(ENGINES)('an HQ of the first version sums up what its desks hold already (%s)', async (engine) => {
  const db = engine === 'pglite' ? (await openPglite()).db : openPostgres(await newPostgresDatabase(), () => {})
  onTestFinished(() => db.destroy())
  await migrate(db, migrations.slice(0, 1))
  for (const statement of FIRST_VERSION) await sql.raw(statement).execute(db)
  await migrate(db)

  const heads = await headsOf(db, 'rennes')
  expect(heads).toMatchObject({ common: { head: 2, floor: 0 }, centre: { head: 5, floor: 0 } })
  const sums = { common: 0n, centre: 0n }
  const { rows } = await readSnapshot(db, 'rennes', await beginSnapshot(db, 'rennes', MONDAY), 1000)
  // A candidate of the session under way comes twice.
  const held = new Map(rows.map((wire) => [`${wire.entity}/${wire.id}`, wire]))
  for (const wire of held.values()) {
    const row = readRow(wire)
    if (row === 'unknown' || 'invalid' in row || row.value === null) throw new Error(`${wire.entity}/${wire.id}`)
    const { stream } = entities[row.entity]
    const hash = hashOfRow(row.entity, row.id, { value: row.value, revision: row.revision })
    sums[stream] = addSums(sums[stream], hash)
  }
  expect([...held.keys()].sort()).toEqual(
    ['candidate/ny', 'centre/rennes', 'examSession/2027-01', 'operator/anne', 'request/r1'].sort(),
  )
  expect({ common: heads.common.digest, centre: heads.centre.digest }).toEqual({
    common: String(sums.common),
    centre: String(sums.centre),
  })
  const device = await db.selectFrom('hqDevice').selectAll().executeTakeFirstOrThrow()
  expect(device).toMatchObject({ contact: '', contactBefore: '', replaces: null, replacedBy: null, lastSequence: 7 })
})
