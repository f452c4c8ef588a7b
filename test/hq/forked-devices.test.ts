import { describe, expect, test } from 'vitest'
import { TokenAnswer } from '../../contract/hq.ts'
import { aDevice, ask, type TestDevice, valuesOf } from '../helpers/a-device.ts'
import { ENGINES } from '../helpers/hq-database.ts'
import { MONDAY } from '../helpers/rows.ts'
import type { World } from '../helpers/world.ts'
import { aReceipt, pay } from './acts.ts'
import { startHqWith } from './start-hq.ts'

const FORKED = { status: 409, body: { code: 'forked' } }

const seats = (pc: TestDevice, world: World, n: number) =>
  pc.command('offering.set-seats', { offeringId: world.offeringId, seats: n })

describe.each(ENGINES)('two PCs that pass for one, on %s', (database) => {
  test('the copy of a disk is found out at its first contact after the original’s, and the original goes on', async () => {
    const { hq } = await startHqWith({}, { database })
    const pc = await aDevice(hq, 'rennes')
    await pc.token()
    const copy = pc.copy()
    expect((await pc.requestToken()).status).toBe(200)
    expect(await copy.requestToken()).toEqual(FORKED)
    expect((await pc.requestToken()).status).toBe(200)
    expect(await copy.requestToken()).toEqual(FORKED)
  })

  test('the one that speaks first after the copy is believed, whichever it is; the other is told', async () => {
    const { hq } = await startHqWith({}, { database })
    const pc = await aDevice(hq, 'rennes')
    await pc.token()
    const copy = pc.copy()
    copy.disk.nextContact = 'drawn-by-the-copy'
    expect((await copy.requestToken()).status).toBe(200)
    expect(await pc.requestToken()).toEqual(FORKED)
  })

  test('a disk copied between the drawing of a mark and its sending: both pass once, never twice', async () => {
    const { hq } = await startHqWith({}, { database })
    const pc = await aDevice(hq, 'rennes')
    pc.disk.nextContact = 'drawn, not yet sent'
    const copy = pc.copy()
    expect([(await pc.requestToken()).status, (await copy.requestToken()).status]).toEqual([200, 200])
    expect((await pc.requestToken()).status).toBe(200)
    expect(await copy.requestToken()).toEqual(FORKED)
  })

  test('an answer that was lost, and a request that comes again late, harm nobody', async () => {
    const { hq } = await startHqWith({}, { database })
    const pc = await aDevice(hq, 'rennes')
    await pc.token()
    pc.disk.nextContact = 'drawn, not yet sent'
    const before = { ...pc.disk }
    expect((await pc.requestToken()).status).toBe(200)
    // The PC that was not answered keeps what it had drawn and says it again.
    Object.assign(pc.disk, before)
    expect((await pc.requestToken()).status).toBe(200)
    expect((await pc.requestToken()).status).toBe(200)
    // Out of nowhere, after the contact that followed: told to nobody, and without effect.
    const { contact, nextContact } = before
    expect(await pc.requestToken({ contact, nextContact })).toEqual(FORKED)
    expect((await pc.requestToken()).status).toBe(200)
  })

  test('a backup that HQ knows to be behind is found out by its last number', async () => {
    const { hq, world } = await startHqWith({}, { database })
    const pc = await aDevice(hq, 'rennes')
    await pc.token()
    const backup = pc.copy()
    await pc.send(seats(pc, world, 5))
    backup.disk.contact = pc.disk.contact
    expect(await backup.requestToken()).toEqual(FORKED)
    expect((await backup.requestToken({ lastSequence: 1 })).status).toBe(200)
  })

  test('a command that HQ never saw, below those it has judged, stops the whole request and changes nothing', async () => {
    const { hq, world } = await startHqWith({}, { database })
    const pc = await aDevice(hq, 'rennes')
    const twin = pc.copy()
    const token = await pc.token()
    const [known, later] = [seats(pc, world, 5), seats(pc, world, 6)]
    const strangers = [seats(twin, world, 7), seats(twin, world, 8), seats(twin, world, 9)]
    expect(await pc.send(known, later)).toEqual(['applied', 'applied'])
    const post = (...commands: unknown[]) => ask(hq.url, '/v1/commands', { body: { commands }, token })
    expect(await post(known, ...strangers)).toEqual(FORKED)
    expect(await post(strangers[2])).toMatchObject({ status: 200, body: { results: [{ status: 'applied' }] } })
    expect(await hq.db.selectFrom('commandLog').select('id').orderBy('sequence').execute()).toEqual(
      [known, later, strangers[2]].map((command) => ({ id: command?.id })),
    )
    expect(hq.bugs).toEqual([])
  })

  test('what HQ could not read is no sign of a copy when it is sent again after those behind it', async () => {
    const { hq, world } = await startHqWith({}, { database })
    const pc = await aDevice(hq, 'rennes')
    const batch = [
      { ...seats(pc, world, 4), v: 9 },
      pay(pc, world, 'Ny'),
      { ...seats(pc, world, 5), name: 'entry.explode' },
      seats(pc, world, 6),
    ]
    // A payment whose id is taken: found out by the database, after the command was read.
    const taken = { ...pay(pc, world, 'Ny'), args: batch[1]?.args }
    const all = [...batch, taken, seats(pc, world, 7)]
    const answers = await pc.send(...all)
    expect(answers).toEqual([
      'invalid version-too-new',
      'applied',
      'invalid unknown-command',
      'applied',
      'invalid id-taken',
      'applied',
    ])
    expect(await pc.send(...all)).toEqual(answers)
    // Once HQ is able to read it, it is judged like any other.
    expect(await pc.send({ ...batch[0], v: 1 })).toEqual(['applied'])
  })
})

describe.each(ENGINES)('a new identity, on %s', (database) => {
  test('is a device with keys and a series of its own; the old one is closed, and À revoir says so', async () => {
    const { hq, world } = await startHqWith({}, { database })
    const pc = await aDevice(hq, 'rennes', 'POSTE ACCUEIL')
    const paid = pay(pc, world, 'Ny')
    const receipt = pc.command('receipt.issue', aReceipt(paid.args.paymentId as string, 7), { dependsOn: [paid.id] })
    const { token } = TokenAnswer.parse((await pc.requestToken()).body)
    await pc.send(paid, receipt)
    const renewed = (await pc.renew('restored')).become()
    expect(renewed).toMatchObject({ centreId: 'rennes', deviceName: 'POSTE ACCUEIL', series: 'B' })
    expect(renewed.deviceId).not.toBe(pc.deviceId)
    expect(await pc.requestToken()).toEqual(FORKED)
    const late = { commands: [seats(pc, world, 5)] }
    expect(await ask(hq.url, '/v1/commands', { body: late, token })).toEqual(FORKED)
    const rows = await renewed.rows()
    expect(
      valuesOf(rows, 'device')
        .map(({ name, series }) => `${series} ${name}`)
        .sort(),
    ).toEqual(['A POSTE ACCUEIL', 'B POSTE ACCUEIL'])
    expect(valuesOf(rows, 'reviewItem')).toMatchObject([
      {
        kind: 'notice',
        name: 'device.renew',
        code: 'identity-restored',
        detail: { oldSeries: 'A', newSeries: 'B', lastNumber: '2026-A-000007' },
        deviceName: 'POSTE ACCUEIL',
        operatorName: '',
        doneAt: MONDAY,
        judgedAt: MONDAY,
        dependents: [],
      },
    ])
    const settle = renewed.command('review.settle', {
      settlementId: paid.id,
      reviewItemId: valuesOf(rows, 'reviewItem')[0]?.id ?? '',
      choice: 'handled',
      note: null,
      settledAt: MONDAY,
    })
    expect(await renewed.send(settle)).toEqual(['applied'])
  })

  test('asked for again with the same keys, because the answer was lost, is the same; with others it is another', async () => {
    const { hq } = await startHqWith({}, { database })
    const pc = await aDevice(hq, 'rennes')
    const twin = pc.copy()
    const keys = pc.newKeys()
    const first = await pc.renew('forked', keys)
    expect((await pc.renew('forked', keys)).reply).toEqual(first.reply)
    const other = await twin.renew('forked')
    expect([first.become().series, other.become().series]).toEqual(['B', 'C'])
    const items = valuesOf(await other.become().rows(), 'reviewItem')
    expect(items.map(({ code, detail }) => [code, detail?.newSeries, detail?.lastNumber]).sort()).toEqual([
      ['identity-forked', 'B', ''],
      ['identity-forked', 'C', ''],
    ])
  })

  test('sends what HQ has already, and what it lacks: each takes effect once, the twin’s copies too', async () => {
    const { hq, world } = await startHqWith({}, { database })
    const pc = await aDevice(hq, 'rennes')
    const stranger = await aDevice(hq, 'rennes')
    const [sent, unsent] = [seats(pc, world, 5), pay(pc, world, 'Ny')]
    await pc.send(sent)
    const twin = pc.copy()
    const [one, two] = [(await pc.renew()).become(), (await twin.renew()).become()]
    const again = (await one.renew('restored')).become()
    const as = (device: TestDevice, command: typeof sent) => ({ ...command, deviceId: device.deviceId })
    expect(await again.send(as(again, sent), as(again, unsent))).toEqual(['applied', 'applied'])
    expect(await two.send(as(two, sent), as(two, unsent))).toEqual(['applied', 'applied'])
    expect(await stranger.send(as(stranger, sent))).toEqual(['invalid id-taken'])
    expect(valuesOf(await two.rows(), 'payment')).toHaveLength(1)
    expect(await hq.db.selectFrom('commandLog').select('id').execute()).toHaveLength(2)
  })

  test('numbers receipts in its own series and in those it had; another’s series is looked at', async () => {
    const { hq, world } = await startHqWith({ entries: { Ny: { feeAmount: 100_000 } } }, { database })
    const [pc, other] = [await aDevice(hq, 'rennes'), await aDevice(hq, 'rennes')]
    const renewed = (await pc.renew()).become()
    expect([pc.series, other.series, renewed.series]).toEqual(['A', 'B', 'C'])
    const issued = ['A', 'C', 'B'].map((series) => {
      const paid = pay(renewed, world, 'Ny')
      return [paid, renewed.command('receipt.issue', { ...aReceipt(paid.args.paymentId as string, 1), series })]
    })
    expect(await renewed.send(...issued.flat())).toEqual([
      'applied',
      'applied',
      'applied',
      'applied',
      'applied',
      'applied foreign-series',
    ])
    expect(valuesOf(await renewed.rows(), 'reviewItem').find(({ kind }) => kind === 'misfit')).toMatchObject({
      name: 'receipt.issue',
      code: 'foreign-series',
      detail: { series: 'B' },
    })
  })

  test('numbers receipts in a series that it had between a backup and the restore of it', async () => {
    const { hq, world } = await startHqWith({}, { database })
    const pc = await aDevice(hq, 'rennes')
    const backup = pc.copy()
    const between = (await pc.renew()).become()
    const restored = (await backup.renew('restored')).become()
    expect([between.series, restored.series]).toEqual(['B', 'C'])
    const paid = pay(restored, world, 'Ny')
    const receipt = { ...aReceipt(paid.args.paymentId as string, 1), series: between.series }
    expect(await restored.send(paid, restored.command('receipt.issue', receipt))).toEqual(['applied', 'applied'])
  })

  test('needs the old key’s signature over the new key, and a device that was not revoked', async () => {
    const { hq } = await startHqWith({}, { database })
    const [pc, other] = [await aDevice(hq, 'rennes'), await aDevice(hq, 'rennes')]
    const bad = { status: 401, body: { code: 'bad-signature' } }
    const refused = async (changes: Record<string, unknown>) => (await pc.renew('forked', pc.newKeys(), changes)).reply
    expect(await refused({ publicKey: other.newKeys().publicKey })).toEqual(bad)
    expect(await refused({ challenge: 'x' })).toEqual(bad)
    expect(await refused({ deviceId: other.deviceId })).toEqual(bad)
    expect(await refused({ publicKey: 'AAAA' })).toMatchObject({ status: 400 })
    expect(await refused({ agePublicKey: 'age1test' })).toEqual({
      status: 400,
      body: { code: 'bad-request', detail: '/agePublicKey' },
    })
    expect((await refused({ appVersion: '0.0.1' })).status).toBe(426)
    await hq.db.updateTable('hqDevice').set({ revokedAt: MONDAY }).where('id', '=', pc.deviceId).execute()
    expect(await refused({})).toEqual({ status: 401, body: { code: 'revoked' } })
    expect(await hq.db.selectFrom('hqDevice').select('id').execute()).toHaveLength(2)
  })

  test('asked for six times at once with one key is given once', async () => {
    const { hq } = await startHqWith({}, { database })
    const pc = await aDevice(hq, 'rennes')
    const keys = pc.newKeys()
    const replies = await Promise.all(Array.from({ length: 6 }, () => pc.renew('forked', keys)))
    expect(new Set(replies.map(({ reply }) => JSON.stringify(reply)))).toHaveProperty('size', 1)
    expect(await hq.db.selectFrom('hqDevice').select('id').execute()).toHaveLength(2)
  })
})
