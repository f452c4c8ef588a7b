import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { aDesk } from '../helpers/a-desk.ts'
import { aClock, anHq } from '../helpers/an-hq.ts'
import { smallWorld } from '../helpers/world.ts'

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

async function aCentre() {
  const clock = aClock()
  const hq = await anHq({
    clock,
    worlds: [smallWorld({ seats: 300, candidates: Array.from({ length: 120 }, (_, n) => `Nom${n}-`) })],
  })
  const desk = await aDesk({ hq, clock, role: 'manager' })
  running.push(hq, desk)
  /** SQLite itself answers SQLITE_FULL when its file may not grow any more, as on a full disk. */
  const fill = async () => {
    const { rows } = await sql<{ pageCount: number }>`pragma page_count`.execute(desk.db)
    await sql`pragma max_page_count = ${sql.lit(rows[0]?.pageCount ?? 1)}`.execute(desk.db)
  }
  const free = () => sql`pragma max_page_count = 1073741823`.execute(desk.db)
  return { clock, hq, desk, fill, free }
}

test('a full disk refuses the click in a sentence’s code, keeps what was answered, and goes on once there is room', async () => {
  const { clock, desk, fill, free } = await aCentre()
  await fill()
  const refusals: unknown[] = []
  let done = 0
  for (let n = 0; n < 120 && refusals.length === 0; n++) {
    const [result] = (await desk.prevalidate(`Nom${n}-`)).results
    if (result?.ok) done++
    else refusals.push(result)
  }
  expect(refusals).toEqual([{ ok: false, code: 'not-kept', detail: { cause: 'disk-full' } }])
  const held = (await desk.requests()).filter(({ entries }) => entries[0]?.status === 'prevalidated')
  expect(held).toHaveLength(done)
  expect(await desk.freshness()).toMatchObject({ toTransmit: done })
  await free()
  expect((await desk.prevalidate(`Nom${done}-`)).results[0]?.ok).toBe(true)
  clock.advance(11)
  expect(await desk.sync()).toBeNull()
  expect(await desk.freshness()).toMatchObject({ toTransmit: 0, trouble: null })
})

test('a disk that fills up during an exchange is said, even though it cannot be written down, and the page comes again', async () => {
  const { clock, hq, desk, fill, free } = await aCentre()
  const operators = Array.from({ length: 300 }, (_, n) => ({
    entity: 'operator' as const,
    value: { id: `operator-${n}`, name: `Personne ${n} ${'x'.repeat(150)}`, role: 'reader' as const, active: true },
  }))
  await hq.publish({ centreId: 'rennes', writes: operators })
  await fill()
  clock.advance(60)
  expect(await desk.sync()).toBe('database-full')
  expect(await desk.freshness()).toMatchObject({ trouble: 'database-full', troubleSince: clock.now() })
  expect((await desk.state()).operators).toHaveLength(1)
  await free()
  expect(await desk.sync()).toBeNull()
  expect((await desk.state()).operators).toHaveLength(301)
  expect(await desk.freshness()).toMatchObject({ trouble: null, troubleSince: null })
})
