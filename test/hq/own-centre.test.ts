import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { uuidV7 } from '../../domain/ids.ts'
import { aDevice, type TestDevice, valuesOf } from '../helpers/a-device.ts'
import { ENGINES } from '../helpers/hq-database.ts'
import { aCandidate, aRequest, MONDAY } from '../helpers/rows.ts'
import { smallWorld } from '../helpers/world.ts'
import { startHq } from './start-hq.ts'

const aUuid = () => uuidV7(MONDAY, randomBytes(16))

async function twoCentres(database: (typeof ENGINES)[number]) {
  const [rennes, papeete] = [smallWorld({ centreId: 'rennes' }), smallWorld({ centreId: 'papeete' })]
  const hq = await startHq({ database, worlds: [rennes, papeete] })
  return { hq, rennes, papeete, pc: await aDevice(hq, 'rennes'), theirs: await aDevice(hq, 'papeete') }
}

/** Everything a device can read, as one text. */
async function allItReads(pc: TestDevice): Promise<string> {
  const centreRows = (rows: readonly { entity: string }[]) => rows.filter(({ entity }) => entity !== 'centre')
  const changes = (await pc.changes()).changes.flatMap(({ rows }) => centreRows(rows))
  const snapshot = (await pc.snapshot()).flatMap(({ rows }) => centreRows(rows))
  return JSON.stringify([changes, snapshot])
}

describe.each(ENGINES)('a device reaches its own centre only, on %s', (database) => {
  test('it reads nothing of another, by changes or by snapshot', async () => {
    const { pc, theirs } = await twoCentres(database)
    expect(await allItReads(pc)).toContain('rennes-')
    expect(await allItReads(pc)).not.toContain('papeete')
    expect(await allItReads(theirs)).toContain('papeete-')
    expect(await allItReads(theirs)).not.toContain('rennes')
  })

  test('another centre’s page of a snapshot is not turned for it', async () => {
    const hq = await startHq({ database, sample: true })
    const [pc, theirs] = [await aDevice(hq, 'rennes'), await aDevice(hq, 'papeete')]
    await hq.publish({
      centreId: 'papeete',
      writes: Array.from({ length: 1200 }, (_, n) => ({
        entity: 'operator' as const,
        value: { id: `many-${n}`, name: 'Quelqu’un', role: 'reader' as const, active: false },
      })),
    })
    const page = encodeURIComponent((await theirs.snapshot())[0]?.next ?? '')
    expect((await theirs.get(`/v1/snapshot?page=${page}`)).status).toBe(200)
    expect(await pc.get(`/v1/snapshot?page=${page}`)).toMatchObject({ status: 400, body: { code: 'bad-request' } })
  })

  test('a decision about another centre’s rows finds nothing and changes nothing', async () => {
    const { pc, theirs, papeete } = await twoCentres(database)
    const entryIds = [papeete.entry('Ny')]
    const before = await theirs.rows()
    expect(
      await pc.send(
        pc.command('entry.prevalidate', { requestId: papeete.request('Ny'), entryIds }),
        pc.command('entry.refuse', { requestId: papeete.request('Ny'), entryIds, reason: 'full', text: null }),
        pc.command('entry.confirm', { entryIds }),
        pc.command('offering.set-seats', { offeringId: papeete.offeringId, seats: 0 }),
      ),
    ).toEqual(['refused not-found', 'refused not-found', 'refused not-found', 'refused not-found'])
    expect(await theirs.rows()).toEqual(before)
  })

  test('facts that name another centre’s rows stand as misfits of their own centre', async () => {
    const { pc, theirs, papeete, rennes } = await twoCentres(database)
    const pay = (device: TestDevice, entryId: string, paymentId: string) =>
      device.command('payment.record', {
        paymentId,
        sessionId: '2027-01',
        payer: { kind: 'candidate', id: papeete.candidate('Ny') },
        method: 'card',
        amount: 5000,
        currency: 'EUR',
        receivedOn: '2026-11-23',
        reference: null,
        cheque: null,
        allocations: [{ entryId, amount: 5000 }],
        recordedAt: MONDAY,
      })
    const theirPayment = aUuid()
    expect(await theirs.send(pay(theirs, papeete.entry('Ny'), theirPayment))).toEqual(['applied'])
    const before = await theirs.rows()
    const voiding = { voidId: aUuid(), paymentId: theirPayment, reason: 'curiosité', voidedAt: MONDAY }
    expect(
      await pc.send(
        pay(pc, papeete.entry('Ny'), aUuid()),
        pc.command('payment.void', voiding),
        // Their payment's id, used here for another payment, is simply free here.
        pay(pc, rennes.entry('Ny'), theirPayment),
      ),
    ).toEqual(['applied not-found', 'applied not-found', 'applied'])
    expect(await theirs.rows()).toEqual(before)
    expect(valuesOf(await pc.rows(), 'reviewItem').map(({ code }) => code)).toEqual(['not-found', 'not-found'])
  })

  test('a candidate with a request in two centres is seen by both, and by no third', async () => {
    const { hq, pc, theirs, rennes } = await twoCentres(database)
    const shared = rennes.candidate('Ny')
    const sees = async (device: TestDevice) =>
      valuesOf(await device.rows(), 'candidate').some(({ id }) => id === shared)
    expect([await sees(pc), await sees(theirs)]).toEqual([true, false])
    const candidate = aCandidate({ id: shared, nuc: null })
    await hq.publish({
      centreId: 'papeete',
      writes: [
        { entity: 'candidate', value: { ...candidate, town: 'Papeete' } },
        { entity: 'request', value: aRequest({ id: 'added', candidateId: shared }) },
      ],
    })
    expect([await sees(pc), await sees(theirs)]).toEqual([true, true])
    const cursor = (await pc.changes()).cursor
    await hq.publish({ centreId: 'papeete', writes: [{ entity: 'candidate', value: { ...candidate, phone: '0' } }] })
    expect((await pc.changes(cursor)).changes.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual([shared])
  })

  test('a command of another centre’s cannot be depended on', async () => {
    const { pc, theirs, rennes, papeete } = await twoCentres(database)
    const theirCommand = theirs.command('offering.set-seats', { offeringId: papeete.offeringId, seats: 7 })
    await theirs.send(theirCommand)
    const mine = pc.command(
      'offering.set-seats',
      { offeringId: rennes.offeringId, seats: 7 },
      { dependsOn: [theirCommand.id] },
    )
    expect(await pc.send(mine)).toEqual(['failed dependency-unknown'])
  })
})
