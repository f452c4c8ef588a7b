import { expect, test } from 'vitest'
import { TokenAnswer } from '../../contract/hq.ts'
import { aDevice, ask, type TestDevice, valuesOf } from '../helpers/a-device.ts'
import type { RunningHq } from '../helpers/an-hq.ts'
import { MONDAY } from '../helpers/rows.ts'
import { aCreditNote, aReceipt, aUuid, pay, prevalidate } from './acts.ts'
import { holding, untilWaiting } from './behind-a-lock.ts'
import { startHqWith } from './start-hq.ts'

/** On PostgreSQL alone: PGlite has one connection, and would pass these whatever the code does. */
const database = 'postgresql' as const

/** Two copies of one PC, each told apart from the other by now: other identities, the same papers and commands. */
async function twins(hq: RunningHq) {
  const pc = await aDevice(hq, 'rennes')
  const copy = pc.copy()
  return [(await pc.renew()).become(), (await copy.renew()).become()] as const
}

const holdingFeed = (hq: RunningHq) =>
  holding(hq.db, (tx) =>
    tx.selectFrom('feed').select('head').where('stream', '=', 'centre:rennes').forUpdate().execute(),
  )

test('two copies of a PC send one command at the same instant: both are told that it was taken', async () => {
  const { hq, world } = await startHqWith({}, { database })
  const [one, two] = await twins(hq)
  const paid = pay(one, world, 'Ny')
  const payer = await holding(hq.db, (tx) =>
    tx.selectFrom('candidate').select('id').where('id', '=', world.candidate('Ny')).forNoKeyUpdate().execute(),
  )
  const answers = Promise.all([one.send(paid), two.send({ ...paid, deviceId: two.deviceId })])
  await untilWaiting(hq.db, 2)
  await payer.letGo()
  expect(await answers).toEqual([['applied'], ['applied']])
  expect(valuesOf(await one.rows(), 'payment')).toHaveLength(1)
  expect(hq.bugs).toEqual([])
})

test('two copies of a PC number a receipt alike at the same instant: one of the two is looked at', async () => {
  const { hq, world } = await startHqWith({}, { database })
  const [one, two] = await twins(hq)
  const [ny, roy] = [pay(one, world, 'Ny'), pay(two, world, 'Roy')]
  await one.send(ny)
  await two.send(roy)
  const issue = (pc: TestDevice, paid: typeof ny) =>
    pc.send(pc.command('receipt.issue', aReceipt(String(paid.args.paymentId), 1)))
  const feed = await holdingFeed(hq)
  const answers = Promise.all([issue(one, ny), issue(two, roy)])
  await untilWaiting(hq.db, 2)
  await feed.letGo()
  expect((await answers).flat().sort()).toEqual(['applied', 'applied receipt-number-clash'])
})

test('two copies of a PC number a credit note alike at the same instant: one of the two is looked at', async () => {
  const { hq, world } = await startHqWith({}, { database })
  const [one, two] = await twins(hq)
  const given = async (pc: TestDevice, name: string, sequence: number) => {
    const paid = pay(pc, world, name)
    const receipt = aReceipt(String(paid.args.paymentId), sequence)
    expect(await pc.send(paid, pc.command('receipt.issue', receipt))).toEqual(['applied', 'applied'])
    return receipt
  }
  const notes = [aCreditNote(await given(one, 'Ny', 1), 1), aCreditNote(await given(two, 'Roy', 2), 1)] as const
  const feed = await holdingFeed(hq)
  const answers = Promise.all([
    one.send(one.command('credit-note.issue', notes[0])),
    two.send(two.command('credit-note.issue', notes[1])),
  ])
  await untilWaiting(hq.db, 2)
  await feed.letGo()
  expect((await answers).flat().sort()).toEqual(['applied', 'applied credit-note-number-clash'])
})

test('two PCs give one line of a bank statement to two payments at the same instant: one of the two is looked at', async () => {
  const { hq, world } = await startHqWith({}, { database })
  const [one, two] = [await aDevice(hq, 'rennes'), await aDevice(hq, 'rennes', 'POSTE 2')]
  const [ny, roy] = [pay(one, world, 'Ny'), pay(two, world, 'Roy')]
  await one.send(ny)
  await two.send(roy)
  const line = { lineKey: 'a'.repeat(64), bookedOn: '2026-11-20', amount: 5000, label: 'VIR', matchedAt: MONDAY }
  const match = (pc: TestDevice, { args }: typeof ny) =>
    pc.send(
      pc.command('statement.match', { matchId: aUuid(), paymentId: String(args.paymentId), depositId: null, ...line }),
    )
  const feed = await holdingFeed(hq)
  const answers = Promise.all([match(one, ny), match(two, roy)])
  await untilWaiting(hq.db, 2)
  await feed.letGo()
  expect((await answers).flat().sort()).toEqual(['applied', 'applied line-used'])
  expect(valuesOf(await one.rows(), 'statementMatch')).toHaveLength(2)
})

test('two PCs use one credit at the same instant: the second is refused', async () => {
  const { hq, world } = await startHqWith({}, { database })
  const [one, two] = [await aDevice(hq, 'rennes'), await aDevice(hq, 'rennes', 'POSTE 2')]
  const paid = pay(one, world, 'Ny', { amount: 6000 })
  const paymentId = String(paid.args.paymentId)
  const allocations = [{ entryId: world.entry('Roy'), amount: 1000 }]
  await one.send({ ...paid, args: { ...paid.args, allocations } })
  const use = (pc: TestDevice, name: string) =>
    pc.send(
      pc.command('credit.use', {
        ...{ useId: aUuid(), paymentId, usedAt: MONDAY },
        allocations: [{ entryId: world.entry(name), amount: 4000 }],
      }),
    )
  const payment = await holding(hq.db, (tx) =>
    tx.selectFrom('payment').select('id').where('id', '=', paymentId).forNoKeyUpdate().execute(),
  )
  const answers = Promise.all([use(one, 'Ny'), use(two, 'Roy')])
  await untilWaiting(hq.db, 2)
  await payment.letGo()
  expect((await answers).flat().sort()).toEqual(['applied', 'refused credit-too-small'])
  expect(valuesOf(await one.rows(), 'creditUse')).toHaveLength(1)
})

test('what falls while its root is being settled is seen, in a line of its own', async () => {
  const { hq, world } = await startHqWith({ seats: 0 }, { database })
  const [pc, other] = [await aDevice(hq, 'rennes'), await aDevice(hq, 'rennes')]
  const lost = prevalidate(pc, world, 'Ny')
  expect(await pc.send(lost)).toEqual(['refused no-seat-left'])
  const item = valuesOf(await pc.rows(), 'reviewItem')[0]
  const settle = other.command('review.settle', {
    settlementId: aUuid(),
    reviewItemId: item?.id ?? '',
    choice: 'handled',
    note: null,
    settledAt: MONDAY,
  })
  const confirm = pc.command('entry.confirm', { entryIds: [world.entry('Ny')] }, { dependsOn: [lost.id] })
  const feed = await holdingFeed(hq)
  const settling = other.send(settle)
  await untilWaiting(hq.db, 1)
  const falling = pc.send(confirm)
  await untilWaiting(hq.db, 2)
  await feed.letGo()
  expect([await settling, await falling]).toEqual([['applied'], ['refused depends-on-refused']])
  expect(
    valuesOf(await pc.rows(), 'reviewItem')
      .map(({ commandId, dependents }) => [commandId, dependents.length])
      .sort(),
  ).toEqual(
    [
      [lost.id, 0],
      [confirm.id, 0],
    ].sort(),
  )
})

test('what falls just before its root is settled is in it', async () => {
  const { hq, world } = await startHqWith({ seats: 0 }, { database })
  const [pc, other] = [await aDevice(hq, 'rennes'), await aDevice(hq, 'rennes')]
  const lost = prevalidate(pc, world, 'Ny')
  await pc.send(lost)
  const reviewItemId = valuesOf(await pc.rows(), 'reviewItem')[0]?.id ?? ''
  const confirm = pc.command('entry.confirm', { entryIds: [world.entry('Ny')] }, { dependsOn: [lost.id] })
  const settle = { settlementId: aUuid(), reviewItemId, choice: 'handled' as const, note: null, settledAt: MONDAY }
  const feed = await holdingFeed(hq)
  const falling = pc.send(confirm)
  await untilWaiting(hq.db, 1)
  const settling = other.send(other.command('review.settle', settle))
  await untilWaiting(hq.db, 2)
  await feed.letGo()
  expect([await falling, await settling]).toEqual([['refused depends-on-refused'], ['applied']])
  const items = valuesOf(await pc.rows(), 'reviewItem')
  expect(items.map(({ commandId, dependents }) => [commandId, dependents.length])).toEqual([[lost.id, 1]])
})

test('a PC revoked once its request was let in has none of it taken', async () => {
  const { hq, world } = await startHqWith({}, { database })
  const pc = await aDevice(hq, 'rennes')
  const { token } = TokenAnswer.parse((await pc.requestToken()).body)
  const revoking = await holding(hq.db, (tx) =>
    tx.updateTable('hqDevice').set({ revokedAt: MONDAY }).where('id', '=', pc.deviceId).execute(),
  )
  const commands = [prevalidate(pc, world, 'Ny')]
  const answer = ask(hq.url, '/v1/commands', { body: { commands }, token })
  const byFile = hq.import(await pc.departure(commands))
  await untilWaiting(hq.db, 2)
  await revoking.letGo()
  expect(await answer).toEqual({ status: 401, body: { code: 'revoked' } })
  expect(await byFile).toEqual({ ok: false, refusal: 'revoked-sender' })
  expect(await hq.db.selectFrom('commandLog').select('id').execute()).toEqual([])
})
