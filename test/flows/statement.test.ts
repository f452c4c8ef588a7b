import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { StatementView } from '../../contract/choices.ts'
import type { StatementLine } from '../../contract/desk-statement.ts'
import { fullName } from '../../domain/candidate.ts'
import { acceptDrafts } from '../../renderer/statement/accept-drafts.ts'
import { aDesk, type RunningDesk } from '../helpers/a-desk.ts'
import { aClock, anHq } from '../helpers/an-hq.ts'
import { smallWorld } from '../helpers/world.ts'

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

async function twoPcs() {
  const clock = aClock()
  const world = smallWorld({ seats: 5, candidates: ['Ny', 'Roy', 'Sol'] })
  const hq = await anHq({ clock, worlds: [world] })
  const desk = await aDesk({ hq, clock, role: 'manager' })
  const other = await aDesk({ hq, clock, name: 'BUREAU', role: 'manager' })
  running.push(hq, desk, other)
  const exchange = async () => {
    clock.advance(11)
    for (const pc of [desk, other, desk]) expect(await pc.sync()).toBeNull()
  }
  return { clock, hq, desk, other, exchange }
}

/** The bank's file, as a PC opens it. */
async function open(desk: RunningDesk, lines: readonly string[]) {
  const file = path.join(desk.folder, 'releve.csv')
  writeFileSync(file, `Date;Libellé;Débit;Crédit\r\n${lines.join('\r\n')}\r\n`)
  desk.picks(file)
  expect(await desk.call('statement.open', {})).toEqual({ ok: true })
}

async function read(desk: RunningDesk, view: StatementView = 'open'): Promise<StatementLine[]> {
  const asked = { view, from: 0, count: 100 }
  const file = (await desk.call('statement.read', { ...asked, columns: null }))?.file
  const statement = await desk.call('statement.read', { ...asked, columns: file?.guess ?? null })
  if (!statement?.lines) throw new Error('nothing could be read')
  return statement.lines.rows
}

async function accept(desk: RunningDesk, line: StatementLine | undefined) {
  const [proposal] = line?.proposals ?? []
  if (!line || !proposal) throw new Error('nothing is proposed')
  return await desk.run(...acceptDrafts(line, proposal, { currency: 'EUR', issue: true }))
}

/** What corrects the receipt of a payment. */
async function receiptOf(desk: RunningDesk, paymentId: string | undefined) {
  const receipt = await desk.db
    .selectFrom('receipt')
    .select('id')
    .where('paymentId', '=', paymentId ?? '')
    .executeTakeFirstOrThrow()
  return { receiptId: receipt.id, reason: 'En double' }
}

const nameOf = async (desk: RunningDesk, person: string) => fullName((await desk.request(person)).candidate)

test('a transfer is recorded, made final and receipted in one click; the line is then dealt with on every PC', async () => {
  const { desk, other, exchange, hq } = await twoPcs()
  await desk.prevalidate('Ny')
  await exchange()
  const lines = [`20/11/2026;VIR SEPA ${await nameOf(desk, 'Ny')};;50,00`, '20/11/2026;EDF;-12,00;']
  await open(desk, lines)
  const [line, ...others] = await read(desk)
  expect(others).toEqual([])
  expect(line).toMatchObject({
    state: 'proposed',
    amount: 5000,
    proposals: [{ kind: 'due', payerName: await nameOf(desk, 'Ny') }],
  })

  const { results } = await accept(desk, line)
  expect(results.every(({ ok }) => ok)).toBe(true)
  expect(results).toHaveLength(4)
  expect(await desk.entry('Ny')).toMatchObject({ status: 'confirmed', paid: 5000 })
  expect(await read(desk)).toEqual([])
  expect(await read(desk, 'done')).toMatchObject([{ state: 'matched', match: { payerName: await nameOf(desk, 'Ny') } }])

  await exchange()
  expect((await desk.freshness()).toReview).toBe(0)
  // The other PC reads the same file, and the next one of the bank, which overlaps it.
  await open(other, [...lines, '23/11/2026;VIR INCONNU;;7,00'])
  expect(await read(other)).toMatchObject([{ state: 'none', amount: 700 }])
  expect(await read(other, 'done')).toMatchObject([
    { state: 'before', match: { payerName: await nameOf(other, 'Ny') } },
  ])
  const kept = await hq.db.selectFrom('statementMatch').selectAll().execute()
  expect(kept).toMatchObject([{ bookedOn: '2026-11-20', amount: 5000, depositId: null }])
  // Closed and opened again, the application has no statement any more, and knows the line all the same.
  await desk.restart()
  expect(await desk.call('statement.read', { columns: null, view: 'open', from: 0, count: 1 })).toBeNull()
  await open(desk, lines)
  expect(await read(desk, 'done')).toMatchObject([{ state: 'before' }])
})

test('two PCs that read one statement without a network: HQ keeps both, and says that the second is one too many', async () => {
  const { clock, desk, other, exchange } = await twoPcs()
  await desk.prevalidate('Ny')
  await exchange()
  const lines = [`20/11/2026;VIR ${await nameOf(desk, 'Ny')};;50,00`]
  for (const pc of [desk, other]) {
    pc.network('down')
    await open(pc, lines)
    const { results } = await accept(pc, (await read(pc))[0])
    expect(results.every(({ ok }) => ok)).toBe(true)
    clock.advance(60)
  }
  for (const pc of [desk, other]) pc.network('up')
  await exchange()
  // One card, for one mistake.
  expect(await desk.toReview()).toMatchObject([
    {
      name: 'payment.record',
      code: 'entry-already-paid',
      dependents: [{ name: 'statement.match', code: 'line-used' }, {}],
    },
  ])

  // The second is taken back: the line stays with the first.
  const [first, second, ...more] = await other.db.selectFrom('payment').select('id').orderBy('recordedAt').execute()
  expect(more).toEqual([])
  await other.run({ name: 'credit-note.issue', args: await receiptOf(other, second?.id) })
  const { results } = await other.run({
    name: 'payment.void',
    args: { paymentId: second?.id ?? '', reason: 'En double' },
  })
  expect(results).toMatchObject([{ ok: true }])
  expect(await read(other, 'done')).toMatchObject([{ state: 'before' }])
  const counting = await other.db.selectFrom('statementMatch').select(['paymentId', 'lineKey']).execute()
  expect(counting.map(({ paymentId }) => paymentId).toSorted()).toEqual([first?.id, second?.id].toSorted())
  await exchange()
  expect(await desk.toReview()).toHaveLength(1)
})

test('two PCs that give one line to two people: the second is told of', async () => {
  const { clock, desk, other, exchange } = await twoPcs()
  await desk.prevalidate('Ny')
  await desk.prevalidate('Roy')
  await exchange()
  const lines = ['20/11/2026;VIREMENT;;50,00']
  for (const [pc, person] of [
    [desk, 'Ny'],
    [other, 'Roy'],
  ] as const) {
    pc.network('down')
    await open(pc, lines)
    const [line] = await read(pc)
    const asked = { view: 'open', from: 0, count: 1 } as const
    const columns = (await pc.call('statement.read', { ...asked, columns: null }))?.file.guess
    if (!line || !columns) throw new Error('nothing is open')
    const [found, ...others] = await pc.call('statement.search', { key: line.key, columns, text: person })
    expect(others).toEqual([])
    const { results } = await accept(pc, { ...line, proposals: found ? [found] : [] })
    expect(results.every(({ ok }) => ok)).toBe(true)
    clock.advance(60)
  }
  for (const pc of [desk, other]) pc.network('up')
  await exchange()
  expect(await desk.toReview()).toMatchObject([{ name: 'statement.match', code: 'line-used' }])
})

test('a payment taken back frees its line; one noted by hand is ticked off and recorded no second time', async () => {
  const { desk, exchange } = await twoPcs()
  await desk.prevalidate('Roy')
  await exchange()
  await open(desk, [`20/11/2026;VIR ${await nameOf(desk, 'Roy')};;50,00`])
  const [line] = await read(desk)
  const drafts = acceptDrafts(line as StatementLine, line?.proposals[0] as never, { currency: 'EUR', issue: false })
  const { results } = await desk.run(...drafts)
  const [paid] = results
  if (!paid?.ok) throw new Error('not recorded')
  // The same line once more, from a window that was not told yet.
  expect((await desk.run(...drafts)).results).toMatchObject([{ ok: false, code: 'entry-already-paid' }, {}, {}])
  await desk.run({ name: 'payment.void', args: { paymentId: paid.createdId, reason: 'Mauvaise personne' } })
  expect(await read(desk)).toMatchObject([{ state: 'proposed' }])

  // Noted by hand in the meantime.
  const { candidate, sessionId, entries } = await desk.request('Roy')
  await desk.run({
    name: 'payment.record',
    args: {
      ...{
        sessionId,
        payer: { kind: 'candidate', id: candidate.id },
        method: 'transfer',
        amount: 5000,
        currency: 'EUR',
      },
      ...{ receivedOn: '2026-11-20', reference: null, cheque: null },
      allocations: [{ entryId: entries[0]?.id ?? '', amount: 5000 }],
    },
  })
  const [again] = await read(desk)
  expect(again).toMatchObject({ state: 'proposed', proposals: [{ kind: 'recorded' }] })
  expect((await accept(desk, again)).results).toMatchObject([{ ok: true }])
  expect(await desk.db.selectFrom('payment').select('id').execute()).toHaveLength(2)
  expect((await accept(desk, again)).results).toMatchObject([{ ok: false, code: 'line-used' }])
  await exchange()
  expect((await desk.freshness()).toReview).toBe(0)
})

test('cheques taken to the bank are one line of its statement: the deposit is ticked off, once', async () => {
  const { desk, exchange } = await twoPcs()
  for (const person of ['Ny', 'Roy']) {
    await desk.prevalidate(person)
    expect((await desk.pay(person)).results).toMatchObject([{ ok: true }, { ok: true }, { ok: true }])
  }
  const payments = await desk.db.selectFrom('payment').select('id').execute()
  const paymentIds = payments.map(({ id }) => id)
  const taken = { paymentIds, depositedOn: '2026-11-23', reference: null }
  expect((await desk.run({ name: 'cheque.deposit', args: taken })).results).toMatchObject([{ ok: true }])
  await open(desk, ['25/11/2026;REMISE DE 2 CHEQUES;;100,00'])
  const [line] = await read(desk)
  expect(line).toMatchObject({ state: 'proposed', proposals: [{ kind: 'deposit', count: 2 }] })
  expect((await accept(desk, line)).results).toMatchObject([{ ok: true }])
  expect(await read(desk)).toEqual([])
  expect(await read(desk, 'done')).toMatchObject([{ match: { payerName: null } }])
  expect(await desk.db.selectFrom('payment').select('id').execute()).toHaveLength(2)
  await exchange()
  expect((await desk.freshness()).toReview).toBe(0)
})

test('a file that is none, or too big, is told in a word', async () => {
  const { desk } = await twoPcs()
  desk.picks(null)
  expect(await desk.call('statement.open', {})).toEqual({ ok: false, code: 'cancelled' })
  const file = path.join(desk.folder, 'releve.csv')
  desk.picks(file)
  expect(await desk.call('statement.open', {})).toEqual({ ok: false, code: 'not-read' })
  writeFileSync(file, '')
  expect(await desk.call('statement.open', {})).toEqual({ ok: false, code: 'no-table' })
  writeFileSync(file, Buffer.alloc(20 * 1024 * 1024 + 1, 'a;b\n'))
  expect(await desk.call('statement.open', {})).toEqual({ ok: false, code: 'too-big' })
  writeFileSync(file, `Date;Libellé;Crédit\n${'20/11/2026;VIR;50,00\n'.repeat(50_001)}`)
  expect(await desk.call('statement.open', {})).toEqual({ ok: false, code: 'too-many-lines' })
})
