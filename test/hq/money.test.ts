import { describe, expect, test } from 'vitest'
import { aDevice, valuesOf } from '../helpers/a-device.ts'
import { ENGINES } from '../helpers/hq-database.ts'
import { MONDAY } from '../helpers/rows.ts'
import { aCreditNote, aReceipt, aUuid, entryOf, pay, prevalidate } from './acts.ts'
import { startHqWith } from './start-hq.ts'

describe.each(ENGINES)('money, on %s', (database) => {
  test('the candidate withdrew meanwhile: the payment stands, the receipt too, one line to review says it all', async () => {
    const { hq, world } = await startHqWith({}, { database })
    const pc = await aDevice(hq, 'rennes')
    await pc.send(prevalidate(pc, world, 'Ny'))
    expect(await hq.withdraw(world.entry('Ny'))).toBe('withdrawn')
    const paid = pay(pc, world, 'Ny')
    const confirm = pc.command('entry.confirm', { entryIds: [world.entry('Ny')] }, { dependsOn: [paid.id] })
    expect(await pc.send(paid, confirm)).toEqual(['applied entry-not-live', 'refused wrong-status'])
    const rows = await pc.rows()
    expect(valuesOf(rows, 'payment')).toHaveLength(1)
    expect((await entryOf(pc, world, 'Ny'))?.status).toBe('withdrawn')
    expect(valuesOf(rows, 'reviewItem')).toMatchObject([
      {
        commandId: paid.id,
        kind: 'misfit',
        code: 'entry-not-live',
        requestId: world.request('Ny'),
        paymentId: paid.args.paymentId,
        dependents: [{ commandId: confirm.id, name: 'entry.confirm', code: 'wrong-status' }],
      },
    ])
    expect(
      valuesOf(rows, 'outcome')
        .map(({ name, status, code }) => `${name} ${status} ${code}`)
        .sort(),
    ).toEqual([
      'entry.confirm refused wrong-status',
      'entry.prevalidate applied null',
      'payment.record applied entry-not-live',
    ])
  })

  test('money paid twice for one entry, from two PCs, is kept twice and reviewed once', async () => {
    const { hq, world } = await startHqWith({ entries: { Ny: { status: 'prevalidated' } } }, { database })
    const [one, two] = [await aDevice(hq, 'rennes'), await aDevice(hq, 'rennes')]
    const answers = await Promise.all([one.send(pay(one, world, 'Ny')), two.send(pay(two, world, 'Ny'))])
    expect(answers.flat().sort()).toEqual(['applied', 'applied entry-already-paid'])
    const rows = await one.rows()
    expect([valuesOf(rows, 'payment').length, valuesOf(rows, 'reviewItem').length]).toEqual([2, 1])
  })

  test('a receipt is for one payment that stands, bears its own number, and forbids taking the payment back', async () => {
    const { hq, world } = await startHqWith({ entries: { Ny: { feeAmount: 10_000 } } }, { database })
    const pc = await aDevice(hq, 'rennes')
    const [first, second] = [pay(pc, world, 'Ny'), pay(pc, world, 'Ny')]
    const issue = (payment: typeof first, sequence: number) =>
      pc.command('receipt.issue', aReceipt(String(payment.args.paymentId), sequence), { dependsOn: [payment.id] })
    const takeBack = () =>
      pc.command('payment.void', {
        voidId: aUuid(),
        paymentId: String(first.args.paymentId),
        reason: 'erreur',
        voidedAt: MONDAY,
      })
    expect(await pc.send(first, second, issue(first, 1), issue(second, 1), issue(first, 2), takeBack())).toEqual([
      'applied',
      'applied',
      'applied',
      'applied receipt-number-clash',
      'applied receipt-issued',
      'applied receipt-issued',
    ])
    expect(
      valuesOf(await pc.rows(), 'receipt')
        .map(({ number }) => number)
        .sort(),
    ).toEqual(['2026-A-000001', '2026-A-000001', '2026-A-000002'])
  })

  test('a credit note corrects one receipt of its payment, under a number of its own', async () => {
    const { hq, world } = await startHqWith({ entries: { Ny: { feeAmount: 10_000 } } }, { database })
    const pc = await aDevice(hq, 'rennes')
    const [first, second] = [pay(pc, world, 'Ny'), pay(pc, world, 'Ny')]
    const [one, two] = [aReceipt(String(first.args.paymentId), 1), aReceipt(String(second.args.paymentId), 2)]
    await pc.send(first, second, pc.command('receipt.issue', one), pc.command('receipt.issue', two))
    const correct = (note: ReturnType<typeof aCreditNote>) => pc.command('credit-note.issue', note)
    const strayed = { ...aCreditNote(two, 3), paymentId: one.paymentId }
    expect(
      await pc.send(
        correct(aCreditNote(one, 1)),
        correct(strayed),
        correct(aCreditNote(one, 2)),
        pc.command('receipt.issue', { ...one, receiptId: aUuid(), sequence: 3 }),
      ),
    ).toEqual(['applied', 'applied not-found', 'applied receipt-credited', 'applied'])
    const third = pay(pc, world, 'Ny')
    const three = aReceipt(String(third.args.paymentId), 4)
    expect(await pc.send(third, pc.command('receipt.issue', three), correct(aCreditNote(three, 1)))).toEqual([
      'applied entry-already-paid',
      'applied',
      'applied credit-note-number-clash',
    ])
    const item = valuesOf(await pc.rows(), 'reviewItem').find(({ code }) => code === 'credit-note-number-clash')
    expect(item?.detail).toEqual({ number: '2026-A-AV-000001' })
  })

  test('a cheque that bounced pays for nothing: what it had paid is owed again, its slip and its receipt stand', async () => {
    const { hq, world } = await startHqWith({ entries: { Ny: { status: 'prevalidated' } } }, { database })
    const pc = await aDevice(hq, 'rennes')
    const cheque = { number: '1234567', bank: 'Crédit Agricole', drawer: 'NY Sophea' }
    const paid = pay(pc, world, 'Ny', { cheque })
    const paymentId = String(paid.args.paymentId)
    const deposit = (paymentIds: string[]) =>
      pc.command('cheque.deposit', {
        ...{ depositId: aUuid(), paymentIds, depositedOn: '2026-11-23', reference: null, currency: 'EUR' as const },
        ...{ total: 5000 * paymentIds.length, depositedAt: MONDAY },
      })
    const end = () =>
      pc.command('cheque.end', {
        ...{ endId: aUuid(), paymentId, outcome: 'bounced' as const, endedOn: '2026-11-23', dueOn: '2026-11-30' },
        ...{ note: null, notedAt: MONDAY },
      })
    const confirm = () => pc.command('entry.confirm', { entryIds: [world.entry('Ny')] })
    // The slips of two PCs: both stand, the second is asked about. What happened to the cheque is told once.
    expect(await pc.send(paid, deposit([paymentId]), deposit([paymentId]), deposit([aUuid()]))).toEqual([
      'applied',
      'applied',
      'applied cheque-deposited',
      'applied not-found',
    ])
    expect(await pc.send(end(), end(), deposit([paymentId]), confirm())).toEqual([
      'applied',
      'applied cheque-ended',
      'applied cheque-ended',
      'refused fee-not-covered',
    ])
    expect(await pc.send(pc.command('receipt.issue', aReceipt(paymentId, 1)))).toEqual(['applied cheque-bounced'])
    const rows = await pc.rows()
    expect(valuesOf(rows, 'payment')).toMatchObject([{ cheque }])
    expect([valuesOf(rows, 'chequeDeposit').length, valuesOf(rows, 'chequeEnd').length]).toEqual([4, 2])
    expect(await pc.send(pay(pc, world, 'Ny'), confirm())).toEqual(['applied', 'applied'])
  })

  test('a slip and an answer of the bank taken back: what they had changed is as before, a second time is looked at', async () => {
    const { hq, world } = await startHqWith({ entries: { Ny: { status: 'prevalidated' } } }, { database })
    const pc = await aDevice(hq, 'rennes')
    const paid = pay(pc, world, 'Ny', { cheque: { number: '1234567', bank: '', drawer: '' } })
    const paymentId = String(paid.args.paymentId)
    const deposit = (depositId: string) =>
      pc.command('cheque.deposit', {
        ...{ depositId, paymentIds: [paymentId], depositedOn: '2026-11-23', reference: null, currency: 'EUR' as const },
        ...{ total: 5000, depositedAt: MONDAY },
      })
    const end = (endId: string) =>
      pc.command('cheque.end', {
        ...{ endId, paymentId, outcome: 'bounced' as const, endedOn: '2026-11-23', dueOn: '2026-11-30' },
        ...{ note: null, notedAt: MONDAY },
      })
    const said = () => ({ voidId: aUuid(), reason: 'Par erreur', voidedAt: MONDAY })
    const takeBackSlip = (depositId: string) => pc.command('deposit.void', { depositId, ...said() })
    const takeBackEnd = (endId: string) => pc.command('cheque-end.void', { endId, paymentId, ...said() })
    const confirm = () => pc.command('entry.confirm', { entryIds: [world.entry('Ny')] })
    const [slip, other, answer] = [aUuid(), aUuid(), aUuid()]
    expect(await pc.send(paid, deposit(slip), takeBackSlip(slip), takeBackSlip(slip), deposit(other))).toEqual([
      'applied',
      'applied',
      'applied',
      'applied deposit-voided',
      'applied',
    ])
    expect(await pc.send(end(answer), takeBackSlip(other), confirm())).toEqual([
      'applied',
      'applied deposit-answered',
      'refused fee-not-covered',
    ])
    const item = valuesOf(await pc.rows(), 'reviewItem').find(({ code }) => code === 'deposit-answered')
    expect(item).toMatchObject({ paymentId, detail: { number: '1234567', outcome: 'bounced', count: 1 } })
    expect(await pc.send(takeBackEnd(answer), takeBackEnd(answer), takeBackEnd(aUuid()), confirm())).toEqual([
      'applied',
      'applied end-voided',
      'applied not-found',
      'applied',
    ])
    // Answered anew, as for a cheque about which nothing was ever said.
    expect(await pc.send(end(aUuid()), end(aUuid()))).toEqual(['applied', 'applied cheque-ended'])
    const rows = await pc.rows()
    expect([valuesOf(rows, 'depositVoid').length, valuesOf(rows, 'chequeEndVoid').length]).toEqual([3, 3])
  })

  test('cash of one payer is counted together, payments taken back aside', async () => {
    const { hq, world } = await startHqWith({ entries: { Ny: { feeAmount: 300_000 } } }, { database })
    const pc = await aDevice(hq, 'rennes')
    const first = pay(pc, world, 'Ny', { method: 'cash', amount: 60_000 })
    const take = pc.command('payment.void', {
      voidId: aUuid(),
      paymentId: String(first.args.paymentId),
      reason: 'mauvais montant',
      voidedAt: MONDAY,
    })
    expect(await pc.send(first, take)).toEqual(['applied', 'applied'])
    expect(await pc.send(pay(pc, world, 'Ny', { method: 'cash', amount: 90_000 }))).toEqual(['applied'])
    expect(await pc.send(pay(pc, world, 'Ny', { method: 'cash', amount: 10_001 }))).toEqual(['applied cash-limit'])
  })
})
