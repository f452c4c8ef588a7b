import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { readRow } from '../../contract/rows.ts'
import { hashOfRow } from '../../db/sums.ts'
import { addSums } from '../../domain/digest.ts'
import type { Outcome } from '../../domain/review.ts'
import { migrate } from '../../hq/db/migrate.ts'
import type { HqDatabase } from '../../hq/db/open.ts'
import { headsOf } from '../../hq/feed-heads.ts'
import { aDevice, valuesOf } from '../helpers/a-device.ts'
import { ENGINES } from '../helpers/hq-database.ts'
import { anEntry, anOffering } from '../helpers/rows.ts'
import { aUuid, pay, prevalidate } from './acts.ts'
import { startHqWith } from './start-hq.ts'

const WORDINGS = [
  ...['convocation_wording', 'confirmation_wording', 'reminder_wording', 'refusal_wording', 'attestation_wording'],
  'attendance_wording',
  'signatory',
]
const camelCase = (name: string) => name.replace(/_[a-z]/g, ([, letter = '']) => letter.toUpperCase())

/** The database as the version before had it: no column, no table, and no field in what was published. */
async function asItWas(db: HqDatabase): Promise<void> {
  const without = (entity: string, fields: string[]) =>
    `update change set rows = (select jsonb_agg(case when one ->> 'entity' = '${entity}'
        then jsonb_set(one, '{value}', (one -> 'value') - array['${fields.join("', '")}']) else one end order by place)
      from jsonb_array_elements(rows) with ordinality as them(one, place))`
  for (const statement of [
    'alter table centre_settings drop column activity',
    'alter table sitting drop column cancelled',
    'alter table outcome drop column operator_name, drop column done_at, drop column about, drop column entry_ids, drop column told',
    'drop table call_note, reminder, work_aside',
    // What later versions added, too.
    'drop table issued_paper, cheque_deposit, cheque_end, statement_match, credit_use, credit_return, centre_logo',
    ...WORDINGS.map((column) => `alter table centre_settings drop column ${column}`),
    'drop table attendance_mark, deposit_void, cheque_end_void',
    'alter table entry add column attendance text',
    'alter table receipt drop column chain',
    'alter table credit_note drop column chain',
    'alter table payment drop column cheque',
    'alter table entry drop column agreement, drop column cheque_announced_at',
    without('payment', ['cheque']),
    without('entry', ['agreement', 'chequeAnnouncedAt']),
    without('centreSettings', ['activity', ...WORDINGS.map(camelCase)]),
    without('sitting', ['cancelled']),
    without('outcome', ['operatorName', 'doneAt', 'about', 'entryIds', 'told']),
    'update feed_row set hash = 1',
    'delete from migration where number >= 180',
  ])
    await sql.raw(statement).execute(db)
}

const plain = ({ entryIds, ...rest }: Outcome) => ({ ...rest, entryIds: entryIds.toSorted() })
const byId = (one: Outcome, other: Outcome) => (one.id < other.id ? -1 : 1)

test.each(ENGINES)(
  'what the commands of before were about is read from them, as it is told today (%s)',
  async (database) => {
    const people = ['Ny', 'Roy', 'Sol', 'Ana', 'Paul']
    const { hq, world } = await startHqWith({ seats: 3, candidates: people }, { database })
    const second = anOffering({ id: 'second', softwareIds: [] })
    const more = anEntry({
      id: 'more',
      requestId: world.request('Ny'),
      candidateId: world.candidate('Ny'),
      offeringId: second.id,
    })
    await hq.publish({
      centreId: 'rennes',
      writes: [
        { entity: 'offering', value: second },
        { entity: 'entry', value: more },
      ],
    })
    const pc = await aDevice(hq, 'rennes')
    const of = (name: string) => ({ requestId: world.request(name), entryIds: [world.entry(name)] })
    const { requestId } = of('Ny')
    const [candidateId, long] = [world.candidate('Roy'), 'Très '.repeat(60)]
    const changes = { sex: { from: 'F' as const, to: 'M' as const }, bornOn: { from: '1998-05-30', to: '1998-05-31' } }
    const proof = { proof: 'passport' as const, proofText: null }
    const proposed = { requestId: world.request('Paul'), entryId: world.entry('Paul'), offeringId: second.id }
    const address = {
      requestId: world.request('Roy'),
      candidateId,
      from: 'hinano@example.org',
      email: 'roy@example.org',
    }
    const sent = await pc.send(
      pc.command('entry.prevalidate', { requestId, entryIds: [world.entry('Ny'), more.id] }),
      prevalidate(pc, world, 'Roy'),
      pc.command('entry.refuse', { ...of('Sol'), reason: 'other', text: 'Rien à dire' }),
      pc.command('entry.extend', { ...of('Roy'), deadlineOn: '2026-12-01', reason: long }),
      pc.command('entry.remove', { ...of('Ana'), reason: 'mistake', text: null }),
      pc.command('entry.propose-offering', proposed),
      pay(pc, world, 'Ny'),
      pay(pc, world, 'Roy'),
      pc.command('entry.confirm', { entryIds: [world.entry('Ny'), world.entry('Roy')] }),
      pc.command('offering.set-seats', { offeringId: world.offeringId, seats: 9 }),
      pc.command('offering.set-seats', { offeringId: world.offeringId, seats: 0 }),
      pc.command('candidate.correct', { requestId: world.request('Roy'), candidateId, changes, ...proof }),
      pc.command('candidate.change-address', { ...address, ...proof }),
      pc.command('data-check.ask', { dataCheckId: aUuid(), sessionId: '2027-01' }),
    )
    expect(sent.filter((answer) => answer !== 'applied')).toEqual(['refused seats-below-used'])
    const told = valuesOf(await pc.rows(), 'outcome')
    expect(told.filter(({ about }) => about.length > 0)).toHaveLength(11)
    const { cursor } = await pc.changes()

    await asItWas(hq.db)
    await migrate(hq.db)
    const after = valuesOf(await pc.rows(), 'outcome')
    expect(after.map(plain).sort(byId)).toEqual(told.map(plain).sort(byId))
    // Whoever had read them before takes them when all rows are read again.
    const revisions = await hq.db.selectFrom('outcome').select('revision').distinct().execute()
    expect(revisions).toEqual([{ revision: 2 }])

    // Changes that are still told can be read by whoever was away, and say the same.
    const { changes: since } = await pc.changes({ common: 0, centre: 0 })
    const rows = since.flatMap((change) => change.rows).map(readRow)
    for (const row of rows) expect(typeof row === 'string' || 'invalid' in row ? row : 'read').toBe('read')
    const published = rows.flatMap((row) =>
      typeof row !== 'string' && 'entity' in row && row.entity === 'outcome' ? (row.value ?? []) : [],
    )
    expect(published.map(plain).sort(byId)).toEqual(told.map(plain).sort(byId))
    const sums = { common: 0n, centre: 0n }
    for (const { entity, id, revision, value } of new Map(
      (await pc.rows()).map((row) => [`${row.entity}/${row.id}`, row]),
    ).values()) {
      const stream = ['examSession', 'exam', 'software', 'centre'].includes(entity) ? 'common' : 'centre'
      sums[stream] = addSums(sums[stream], hashOfRow(entity, id, { value: value as never, revision }))
    }
    const heads = await headsOf(hq.db, 'rennes')
    expect([heads.common.digest, heads.centre.digest]).toEqual([String(sums.common), String(sums.centre)])
    expect((await pc.changes(cursor)).changes).toEqual([])
    expect(await pc.send(pc.command('offering.close', { offeringId: second.id }))).toEqual(['applied'])
    expect(hq.bugs).toEqual([])
  },
)
