import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fullName } from '../../domain/candidate.ts'
import { aDesk, type RunningDesk } from '../helpers/a-desk.ts'
import { aClock, anHq, type RunningHq } from '../helpers/an-hq.ts'

describe('the main job, on the sample data', () => {
  const clock = aClock()
  let hq: RunningHq
  let desk: RunningDesk
  beforeAll(async () => {
    hq = await anHq({ clock, sample: true })
    desk = await aDesk({ hq, clock })
  })
  afterAll(async () => {
    await desk.stop()
    await hq.stop()
  })

  test('everything that HQ holds of the centre is here after the first exchange', async () => {
    const requests = await desk.requests()
    expect(requests).toHaveLength(60)
    expect((await desk.state()).phase).toBe('ready')
    expect(await desk.freshness()).toMatchObject({ trouble: null, toTransmit: 0, toReview: 0 })
  })

  test('a pre-validation shows at once, leaves after ten seconds, and holds at HQ', async () => {
    const waiting = (await desk.requests()).filter(({ entries }) =>
      entries.every(({ status }) => status === 'requested'),
    )
    let done: string | null = null
    for (const { candidate } of waiting) {
      const { results } = await desk.prevalidate(fullName(candidate))
      if (results[0]?.ok) {
        done = fullName(candidate)
        break
      }
    }
    if (!done) throw new Error('nobody could be pre-validated')
    expect(await desk.entry(done)).toMatchObject({ status: 'prevalidated', pending: true })
    await desk.sync()
    expect(await desk.freshness()).toMatchObject({ toTransmit: 1 })
    clock.advance(11)
    expect(await desk.sync()).toBeNull()
    expect(await desk.entry(done)).toMatchObject({ status: 'prevalidated', pending: false })
    expect(await desk.freshness()).toMatchObject({ toTransmit: 0 })
    const { id } = await desk.entry(done)
    const atHq = await hq.db.selectFrom('entry').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    expect(atHq.status).toBe('prevalidated')
  })
})
