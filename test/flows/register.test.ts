import { afterEach, expect, test } from 'vitest'
import { aDesk } from '../helpers/a-desk.ts'
import { aClock, anHq } from '../helpers/an-hq.ts'
import { smallWorld } from '../helpers/world.ts'

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

test('every line of the register says whom and what it is about, and is found by it', async () => {
  const clock = aClock()
  const world = smallWorld({ seats: 5 })
  const hq = await anHq({ clock, worlds: [world] })
  const desk = await aDesk({ hq, clock, role: 'manager' })
  running.push(hq, desk)
  const lines = async (text = '') =>
    (await desk.call('exchange.list', { states: [], text, before: null })).rows.map(
      ({ name, candidateNames, examCodes, reference, creditNote, seats }) => ({
        ...{ name, who: candidateNames.length, examCodes, reference, creditNote, seats },
      }),
    )

  await desk.prevalidate('Ny')
  const [paid, , issued] = (await desk.pay('Ny')).results
  if (!paid?.ok || !issued?.ok) throw new Error('no receipt')
  await desk.call('document.open', { kind: 'receipt', receiptId: issued.createdId ?? '' })
  await desk.run(
    {
      name: 'credit-note.issue',
      args: { receiptId: issued.createdId, paymentId: paid.createdId, reason: 'Prénom mal écrit' },
    },
    { name: 'offering.set-seats', args: { offeringId: world.offeringId, seats: 7 } },
  )
  const about = { who: 1, examCodes: ['ASCA-E1'], reference: null, creditNote: null, seats: null }
  const receipt = '2026-A-000001'
  expect(await lines()).toEqual([
    { ...about, name: 'offering.set-seats', who: 0, seats: 7 },
    { ...about, name: 'credit-note.issue', reference: receipt, creditNote: '2026-A-AV-000001' },
    { ...about, name: 'receipt.issue', reference: receipt },
    { ...about, name: 'entry.confirm' },
    { ...about, name: 'payment.record' },
    { ...about, name: 'entry.prevalidate' },
  ])
  const names = async (text: string) => (await lines(text)).map(({ name }) => name)
  expect(await names('ny')).toEqual(expect.arrayContaining(['receipt.issue', 'credit-note.issue']))
  expect(await names('av-000001')).toEqual(['credit-note.issue'])
  expect(await names(receipt)).toEqual(['credit-note.issue', 'receipt.issue'])
  // The paper that was given says so too.
  expect(await desk.call('document.list', { sessionId: '2027-01' })).toMatchObject([
    { kind: 'receipt', cancelledBy: '2026-A-AV-000001' },
  ])
})
