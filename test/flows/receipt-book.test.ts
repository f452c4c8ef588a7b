import { expect, test } from 'vitest'
import { alterOneByte, playYear, takeOneAway } from '../receipts/play-year.ts'

test('a year of receipts on three PCs holds on each of them; a byte changed, a receipt taken away, are found', async () => {
  const year = await playYear({ people: 36, seed: 7 })
  try {
    const checks = []
    for (const desk of year.desks) checks.push(await desk.call('receipt.check', {}))
    const [first] = checks
    expect(first?.years.map(({ year, faults }) => ({ year, faults }))).toEqual([
      { year: 2027, faults: [] },
      { year: 2026, faults: [] },
    ])
    for (const { years } of checks) expect(years).toEqual(first?.years)
    const sum = (what: 'receipts' | 'creditNotes') => first?.years.reduce((total, one) => total + one[what].count, 0)
    expect([sum('receipts'), sum('creditNotes')]).toEqual([year.receipts, year.creditNotes])
    expect(year.creditNotes).toBeGreaterThan(0)
    // Receipts less credit notes are the money that stands: neither taken back nor bounced.
    const [desk, other] = year.desks
    if (!desk || !other) throw new Error('three PCs')
    const stated = (first?.years ?? []).reduce((total, one) => total + one.receipts.amount - one.creditNotes.amount, 0)
    const sessionSum = await desk.call('session.sum', { sessionId: '2027-01' })
    expect(stated).toBe(sessionSum.money.received)

    const altered = await alterOneByte(desk)
    const faultsOn = async (one: typeof desk) =>
      (await one.call('receipt.check', {})).years.flatMap(({ faults }) => faults)
    expect(await faultsOn(desk)).toMatchObject([{ kind: 'altered', number: altered }])
    const gone = await takeOneAway(other)
    expect(await faultsOn(other)).toEqual([{ kind: 'missing', first: gone, last: gone }])
  } finally {
    await year.stop()
  }
})
