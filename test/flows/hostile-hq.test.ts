import type { ServerResponse } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { aDesk, type RunningDesk } from '../helpers/a-desk.ts'
import { aClock, anHq } from '../helpers/an-hq.ts'
import { type Answer, behind } from '../helpers/behind.ts'
import { smallWorld } from '../helpers/world.ts'

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

async function aCentre() {
  const clock = aClock()
  const hq = await anHq({ clock, worlds: [smallWorld({ seats: 5 })] })
  const { proxied, answers } = await behind(hq)
  const desk: RunningDesk = await aDesk({ hq: proxied, clock, role: 'manager' })
  running.push(hq, proxied, desk)
  return { clock, hq, desk, answers }
}

const json = (response: ServerResponse, status: number, body: unknown) =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

describe('HQ that answers anything', () => {
  const bad: [string, string, Answer][] = [
    ['500', 'hq-error', (_, response) => json(response, 500, { code: 'internal' })],
    ['502 in HTML', 'hq-error', (_, response) => void response.writeHead(502).end('<html>Bad gateway</html>')],
    [
      'HTML with 200',
      'hq-garbage',
      (_, response) =>
        void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Connectez-vous au Wi-Fi</html>'),
    ],
    [
      'half a JSON',
      'hq-garbage',
      (_, response) =>
        void response.writeHead(200, { 'content-type': 'application/json' }).end('{"changes":[{"stream":"cen'),
    ],
    ['nothing', 'hq-garbage', (_, response) => void response.writeHead(200).end()],
    ['a cut connection', 'hq-unreachable', (_, response) => void response.destroy()],
    ['an answer of another shape', 'hq-garbage', (_, response) => json(response, 200, { changes: 'none' })],
    [
      'a cursor that goes back',
      'hq-garbage',
      async (_, response, passOn) =>
        json(response, 200, { ...((await passOn()) as object), cursor: { common: 0, centre: 0 } }),
    ],
    [
      '« there is more » for ever',
      'hq-garbage',
      async (_, response, passOn) => json(response, 200, { ...((await passOn()) as object), changes: [], more: true }),
    ],
    [
      'a page that skips a position',
      'hq-garbage',
      async (_, response, passOn) => {
        const page = (await passOn()) as { cursor: { common: number; centre: number } }
        const change = { stream: 'centre', position: page.cursor.centre + 2, commandId: null, rows: [] }
        json(response, 200, { ...page, changes: [change], cursor: { ...page.cursor, centre: page.cursor.centre + 2 } })
      },
    ],
    [
      'a redirection elsewhere',
      'hq-unreachable',
      (_, response) => void response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
    ],
    ['426', 'app-too-old', (_, response) => json(response, 426, { code: 'app-too-old' })],
  ]
  test.each(bad)('%s: said as %s, work goes on, nothing is lost', async (_, trouble, answer) => {
    const { clock, desk, answers } = await aCentre()
    answers(answer)
    const before = await desk.requests()
    expect(await desk.sync()).toBe(trouble)
    expect(await desk.requests()).toEqual(before)
    await desk.prevalidate('Ny')
    clock.advance(11)
    await desk.sync()
    expect(await desk.freshness()).toMatchObject({ trouble, toTransmit: 1 })
    expect(await desk.entry('Ny')).toMatchObject({ status: 'prevalidated' })
    answers(null)
    expect(await desk.sync()).toBeNull()
    expect(await desk.freshness()).toMatchObject({ trouble: null, toTransmit: 0 })
  })

  const tampered = (change: (row: { entity: string; value: Record<string, unknown> | null }) => void): Answer => {
    return async (_, response, passOn) => {
      const page = (await passOn()) as {
        changes: { rows: { entity: string; value: Record<string, unknown> | null }[] }[]
      }
      for (const row of page.changes.flatMap(({ rows }) => rows)) change(row)
      json(response, 200, page)
    }
  }

  test('one impossible value refuses its page whole; the next honest page brings all of it', async () => {
    const { clock, desk, answers } = await aCentre()
    await desk.prevalidate('Ny')
    clock.advance(11)
    answers(tampered(({ entity, value }) => entity === 'entry' && value && Object.assign(value, { status: 'sold' })))
    expect(await desk.sync()).toBe('hq-garbage')
    expect(await desk.entry('Ny')).toMatchObject({ status: 'prevalidated', pending: true })
    answers(
      tampered(
        ({ entity, value }) =>
          entity === 'entry' && value && Object.assign(value, { deadlineAt: '2026-99-99T00:00:00.000Z' }),
      ),
    )
    expect(await desk.sync()).toBe('hq-garbage')
    answers(null)
    expect(await desk.sync()).toBeNull()
    expect(await desk.entry('Ny')).toMatchObject({ status: 'prevalidated', pending: false })
  })

  test('a candidate who leaves this centre’s sight is kept while work on the file is pending, then goes', async () => {
    const { clock, hq, desk, answers } = await aCentre()
    await desk.refuse('Ny')
    const { candidate } = await desk.request('Ny')
    // An HQ that has taken it out of sight would add up something else: it says nothing here, for it holds it still.
    const without = (rows: unknown[]): Answer => {
      return async (_, response, passOn) => {
        const page = (await passOn()) as { changes: { rows: unknown[] }[] }
        page.changes[0]?.rows.push(...rows)
        json(response, 200, { ...page, digest: null })
      }
    }
    answers(without([{ entity: 'candidate', id: candidate.id, revision: 99, value: null }]))
    await hq.publish({
      centreId: 'rennes',
      writes: [{ entity: 'operator', value: { id: 'new', name: 'Nouveau', role: 'reader', active: true } }],
    })
    await desk.sync()
    expect((await desk.requests()).map(({ candidate: { birthName } }) => birthName)).toEqual(['Ny', 'Roy'])
    answers(without([]))
    clock.advance(11)
    await desk.sync()
    expect((await desk.requests()).map(({ candidate: { birthName } }) => birthName)).toEqual(['Roy'])
  })

  test('a repair that does not add up to what HQ announced removes nothing', async () => {
    const { desk, answers } = await aCentre()
    await desk.db.updateTable('syncState').set({ value: '1' }).where('key', '=', 'sumCentre').execute()
    await desk.db.updateTable('entry').set({ feeAmount: 1 }).execute()
    const before = await desk.requests()
    // An empty bucket, a bucket of another, a row of no bucket: whatever comes, nothing goes.
    for (const rows of [[], [{ entity: 'operator', id: 'x', revision: 1, value: null }]]) {
      const instead: Answer = async (_, response, passOn) =>
        json(response, 200, { ...((await passOn()) as object), rows })
      answers(instead, '/v1/digests/bucket')
      expect(await desk.sync()).toBe('hq-garbage')
      expect(await desk.freshness()).toMatchObject({ trouble: 'hq-garbage' })
      expect(await desk.requests()).toEqual(before)
    }
    answers(null)
    expect(await desk.sync()).toBeNull()
    expect((await desk.entry('Ny')).feeAmount).toBe(5000)
    expect(await desk.freshness()).toMatchObject({ agreement: 'agrees', notices: [{ kind: 'repaired' }] })
  })

  test('an older copy of a row never replaces a newer one', async () => {
    const { clock, hq, desk, answers } = await aCentre()
    const { id } = await desk.entry('Ny')
    await desk.prevalidate('Ny')
    clock.advance(11)
    await desk.sync()
    const { pending: _, paid: __, examCode: ___, ...older } = { ...(await desk.entry('Ny')), status: 'requested' }
    answers(async (_, response, passOn) => {
      const page = (await passOn()) as { changes: { rows: unknown[] }[] }
      page.changes[0]?.rows.push({ entity: 'entry', id, revision: 1, value: older })
      json(response, 200, page)
    })
    const operator = { id: 'new', name: 'Nouveau', role: 'reader' as const, active: true }
    await hq.publish({ centreId: 'rennes', writes: [{ entity: 'operator', value: operator }] })
    expect(await desk.sync()).toBeNull()
    expect(await desk.entry('Ny')).toMatchObject({ status: 'prevalidated' })
  })

  test('rows of a kind this version does not know are left out, remembered, and the rest applies', async () => {
    const { clock, desk, answers } = await aCentre()
    await desk.prevalidate('Ny')
    clock.advance(11)
    answers(async (_, response, passOn) => {
      const page = (await passOn()) as { changes: { rows: unknown[] }[] }
      for (const { rows } of page.changes)
        rows.push({ entity: 'hologram', id: 'x', revision: 1, value: { id: 'x', glow: true } })
      json(response, 200, page)
    })
    expect(await desk.sync()).toBeNull()
    expect(await desk.entry('Ny')).toMatchObject({ status: 'prevalidated', pending: false })
    const kept = await desk.db
      .selectFrom('syncState')
      .select('value')
      .where('key', '=', 'unknownEntitiesSince')
      .executeTakeFirst()
    expect(kept?.value).toBe('0.1.0')
  })
})

describe('a batch that HQ will not take', () => {
  const threeClicks = async () => {
    const centre = await aCentre()
    await centre.desk.prevalidate('Ny')
    await centre.desk.refuse('Roy')
    await centre.desk.pay('Ny')
    centre.clock.advance(11)
    return centre
  }

  test('because it is too large is sent in smaller ones', async () => {
    const { desk, answers } = await threeClicks()
    answers(async (request, response, passOn) => {
      const { commands } = JSON.parse(request.body)
      if (commands.length > 1) return json(response, 413, { code: 'too-large' })
      json(response, 200, await passOn())
    }, '/v1/commands')
    await desk.sync()
    expect(await desk.freshness()).toMatchObject({ toTransmit: 0, quarantined: 0, trouble: null })
    expect(await desk.entry('Ny')).toMatchObject({ status: 'confirmed' })
  })

  test('because of one command leaves that one aside, in sight, and takes the others', async () => {
    const { desk, answers } = await threeClicks()
    answers(async (request, response, passOn) => {
      const { commands } = JSON.parse(request.body)
      if (commands.some(({ name }: { name: string }) => name === 'entry.refuse'))
        return json(response, 400, { code: 'bad-request' })
      json(response, 200, await passOn())
    }, '/v1/commands')
    await desk.sync()
    expect(await desk.freshness()).toMatchObject({ toTransmit: 0, quarantined: 1, trouble: null })
    expect(await desk.entry('Ny')).toMatchObject({ status: 'confirmed' })
    expect(await desk.entry('Roy')).toMatchObject({ status: 'requested', pending: false })
    expect(await desk.call('quarantine.list', {})).toMatchObject([
      { name: 'entry.refuse', candidateNames: ['Roy Hinano Vaitiare'] },
    ])
  })
})

test('an HQ that never answers does not keep the application from closing', async () => {
  const { desk, answers } = await aCentre()
  answers(() => undefined)
  const exchange = desk.sync()
  await new Promise((resolve) => setTimeout(resolve, 200))
  await desk.restart()
  await exchange
}, 10_000)

test('the answer to an enrolment is lost: the same code works again, and makes no second PC', async () => {
  const clock = aClock()
  const hq = await anHq({ clock, worlds: [smallWorld()] })
  running.push(hq)
  const desk = await aDesk({ hq, clock, role: 'manager', enrols: 'at the second try' })
  running.push(desk)
  expect(await hq.db.selectFrom('hqDevice').select('id').execute()).toHaveLength(1)
  expect((await desk.state()).series).toBe('A')
})

test('an address in clear is refused before anything is sent', async () => {
  const clock = aClock()
  const hq = await anHq({ clock, worlds: [smallWorld()] })
  running.push(hq)
  const desk = await aDesk({ hq, clock, role: 'manager' })
  running.push(desk)
  const answer = await desk.call('desk.enrol', {
    hqUrl: 'http://siege.example',
    code: 'AAAA-BBBB-CCCC',
    deviceName: 'X',
  })
  expect(answer).toEqual({ ok: false, code: 'insecure-address' })
})

test('an HQ that is not there at the first start is said, and the code still works later', async () => {
  const clock = aClock()
  const hq = await anHq({ clock, worlds: [smallWorld()] })
  running.push(hq)
  await hq.down()
  await expect(aDesk({ hq, clock, role: 'manager' })).rejects.toThrow('hq-unreachable')
  await hq.up()
  const desk = await aDesk({ hq, clock, role: 'manager' })
  running.push(desk)
  expect(await desk.requests()).toHaveLength(2)
})

test('a wrong code enrols nobody', async () => {
  const clock = aClock()
  const hq = await anHq({ clock, worlds: [smallWorld()] })
  running.push(hq)
  const desk = await aDesk({ hq, clock, role: 'manager' })
  running.push(desk)
  expect(await desk.call('desk.enrol', { hqUrl: hq.url, code: 'AAAA-BBBB-CCCC', deviceName: 'X' })).toEqual({
    ok: false,
    code: 'wrong-code',
  })
})
