import { describe, expect, test } from 'vitest'
import { CommandsAnswer } from '../../contract/hq.ts'
import { aDevice, ask, valuesOf } from '../helpers/a-device.ts'
import { ENGINES } from '../helpers/hq-database.ts'
import { MONDAY } from '../helpers/rows.ts'
import { startHqWith } from './start-hq.ts'

const PAYMENT_ID = '01990000-0000-7000-8000-000000000001'

describe.each(ENGINES)('commands that HQ cannot take, on %s', (database) => {
  test('one that cannot be read is quarantined alone and leaves nothing behind', async () => {
    const { hq, world } = await startHqWith({}, { database })
    const pc = await aDevice(hq, 'rennes')
    const other = await aDevice(hq, 'rennes')
    const good = () => pc.command('offering.set-seats', { offeringId: world.offeringId, seats: 5 })
    const { cursor } = await pc.changes()
    const bad: [unknown, string][] = [
      [null, 'invalid not-readable'],
      ['x', 'invalid not-readable'],
      [[], 'invalid not-readable'],
      [{}, 'invalid not-readable'],
      [{ ...good(), id: 'not-a-uuid' }, 'invalid not-readable'],
      [{ ...good(), at: 'yesterday' }, 'invalid not-readable'],
      [{ ...good(), sequence: 0 }, 'invalid not-readable'],
      [{ ...good(), operator: { id: 'x', name: 'y', role: 'admin' } }, 'invalid not-readable'],
      [{ ...good(), v: 2 }, 'invalid version-too-new'],
      [{ v: 9, shape: 'of tomorrow' }, 'invalid version-too-new'],
      [{ ...good(), name: 'entry.explode' }, 'invalid unknown-command'],
      [{ ...good(), name: 'toString' }, 'invalid unknown-command'],
      [{ ...good(), args: { offeringId: world.offeringId } }, 'invalid args-not-valid'],
      [{ ...good(), args: { offeringId: world.offeringId, seats: -1 } }, 'invalid args-not-valid'],
      [{ ...good(), args: { offeringId: 'a\u0000b', seats: 1 } }, 'invalid not-storable'],
      [{ ...good(), operator: { id: 'x', name: 'half \ud83d', role: 'manager' } }, 'invalid not-storable'],
      [other.command('offering.set-seats', { offeringId: world.offeringId, seats: 5 }), 'invalid wrong-device'],
    ]
    expect(await pc.send(...bad.map(([command]) => command))).toEqual(bad.map(([, answer]) => answer))
    expect((await pc.changes(cursor)).changes).toEqual([])
    expect(await hq.db.selectFrom('commandLog').select('id').execute()).toEqual([])
    expect(await pc.send({}, good(), 'x')).toEqual(['invalid not-readable', 'applied', 'invalid not-readable'])
    expect(hq.bugs).toEqual([])
  })

  test('arrays nested a hundred thousand deep are unreadable, and HQ goes on', async () => {
    const { hq, world } = await startHqWith({}, { database })
    const pc = await aDevice(hq, 'rennes')
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    const good = pc.command('offering.set-seats', { offeringId: world.offeringId, seats: 5 })
    const body = `{"commands":[${JSON.stringify({ ...good, args: { deep: 0 } }).replace('"deep":0', `"deep":${deep}`)},${JSON.stringify(good)}]}`
    const answer = await fetch(`${hq.url}/v1/commands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await pc.token()}` },
      body,
    })
    const { results } = CommandsAnswer.parse(await answer.json())
    expect(results.map(({ status }) => status)).toEqual(['invalid', 'applied'])
    expect(hq.bugs).toEqual([])
  })

  test('an id of another device’s command, or of a fact that exists, is never written over', async () => {
    const { hq, world } = await startHqWith({}, { database })
    const [pc, other] = [await aDevice(hq, 'rennes'), await aDevice(hq, 'rennes')]
    const pay = (amount: number) =>
      pc.command('payment.record', {
        paymentId: PAYMENT_ID,
        sessionId: '2027-01',
        payer: { kind: 'candidate', id: world.candidate('Ny') },
        method: 'card',
        amount,
        currency: 'EUR',
        receivedOn: '2026-11-23',
        reference: null,
        cheque: null,
        allocations: [],
        recordedAt: MONDAY,
      })
    const first = pay(5000)
    expect(await pc.send(first, pay(1))).toEqual(['applied', 'invalid id-taken'])
    const stolen = { ...other.command('offering.set-seats', { offeringId: world.offeringId, seats: 5 }), id: first.id }
    expect(await other.send(stolen)).toEqual(['invalid id-taken'])
    expect(valuesOf(await pc.rows(), 'payment').map(({ amount }) => amount)).toEqual([5000])
  })

  test('one that depends on a command HQ has never seen waits, and those behind it with it: order holds', async () => {
    const { hq, world } = await startHqWith({}, { database })
    const pc = await aDevice(hq, 'rennes')
    const seats = (n: number, dependsOn: string[] = []) =>
      pc.command('offering.set-seats', { offeringId: world.offeringId, seats: n }, { dependsOn })
    const first = seats(3)
    const [second, third] = [seats(4, [first.id]), seats(5)]
    expect(await pc.send(second, third)).toEqual(['failed dependency-unknown', 'failed not-tried'])
    expect(await pc.send(first, second, third)).toEqual(['applied', 'applied', 'applied'])
    expect(valuesOf(await pc.rows(), 'offering')[0]?.seats).toBe(5)
  })

  test('what waits for a command that HQ never took is no sign of a copy when it comes again after later ones', async () => {
    const { hq, world } = await startHqWith({}, { database })
    const pc = await aDevice(hq, 'rennes')
    const set = (options = {}) => pc.command('offering.set-seats', { offeringId: world.offeringId, seats: 5 }, options)
    const waiting = set({ dependsOn: [PAYMENT_ID] })
    expect(await pc.send(waiting)).toEqual(['failed dependency-unknown'])
    expect(await pc.send(set())).toEqual(['applied'])
    expect(await pc.send(waiting)).toEqual(['failed dependency-unknown'])
  })

  test('after an unexpected failure nothing more of the batch is tried, and all of it can be sent again', async () => {
    const { hq, world } = await startHqWith({}, { database })
    const pc = await aDevice(hq, 'rennes')
    const seats = (n: number) => pc.command('offering.set-seats', { offeringId: world.offeringId, seats: n })
    const batch = [seats(3), seats(4), seats(5)]
    const original = hq.clock.now
    let calls = 0
    const token = await pc.token()
    hq.clock.now = () => {
      calls += 1
      // The token, then the first command; the second one's judgement finds the clock broken.
      if (calls === 3) throw new Error('planted')
      return original()
    }
    const answer = await ask(hq.url, '/v1/commands', { body: { commands: batch }, token })
    hq.clock.now = original
    const { results } = CommandsAnswer.parse(answer.body)
    expect(results.map(({ status, code }) => `${status} ${code}`)).toEqual([
      'applied null',
      'failed internal',
      'failed not-tried',
    ])
    expect(hq.bugs).toHaveLength(1)
    expect(valuesOf(await pc.rows(), 'offering')[0]?.seats).toBe(3)
    expect(await pc.send(...batch)).toEqual(['applied', 'applied', 'applied'])
    expect(valuesOf(await pc.rows(), 'offering')[0]?.seats).toBe(5)
  })

  test.each([{}, { commands: [] }, { commands: 'x' }, { commands: Array(501).fill(0) }, []])(
    'a body that is no batch (%j) is answered 400',
    async (body) => {
      const { hq } = await startHqWith({}, { database })
      const pc = await aDevice(hq, 'rennes')
      const answer = await ask(hq.url, '/v1/commands', { body, token: await pc.token() })
      expect(answer).toMatchObject({ status: 400, body: { code: 'bad-request' } })
    },
  )
})
