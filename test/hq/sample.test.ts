import { describe, expect, test } from 'vitest'
import { readRow } from '../../contract/rows.ts'
import { isWorkingDay } from '../../domain/calendar.ts'
import { workingCalendar } from '../../domain/catalogue.ts'
import { countDataChecks } from '../../domain/data-check.ts'
import type { EntityName, EntityValue, Write } from '../../domain/entities.ts'
import { type Entry, holdsSeat, isOverdue } from '../../domain/entry.ts'
import { allocatedByEntry, receiptNumber } from '../../domain/payment.ts'
import { countSeats } from '../../domain/seats.ts'
import { entityShapes } from '../../domain/shapes/entities.ts'
import { toLocalDate } from '../../domain/time.ts'
import { sampleCentres } from '../../hq/sample/centres.ts'
import { makeSample } from '../../hq/sample/make-sample.ts'
import { aDevice, valuesOf } from '../helpers/a-device.ts'
import { aClock } from '../helpers/an-hq.ts'
import { MONDAY } from '../helpers/rows.ts'
import { startHq } from './start-hq.ts'

const LEAP_DAY = '2028-02-29T08:41:00.000Z'
const moments = [
  MONDAY,
  LEAP_DAY,
  '2027-01-02T22:30:00.000Z',
  '2026-12-25T11:00:00.000Z',
  '2029-05-13T05:00:00.000Z',
  '2026-06-30T23:59:59.999Z',
]

function rowsOf(writes: readonly Write[]) {
  return <E extends EntityName>(entity: E) =>
    writes.flatMap((write) => (write.entity === entity ? [write.value as EntityValue<E>] : []))
}

function centreOf(now: string, centreId: string, size: 'small' | 'big' = 'small') {
  const batches = makeSample(now, size).centres.find((centre) => centre.centreId === centreId)?.batches ?? []
  return rowsOf(batches.flat())
}

const count = (entries: readonly Entry[], status: Entry['status']) =>
  entries.filter((entry) => entry.status === status).length

describe.each(moments)('the sample made at %s', (now) => {
  const common = rowsOf(makeSample(now).common)

  test('is the same each time, and another with another seed', () => {
    expect(makeSample(now)).toEqual(makeSample(now))
    expect(makeSample(now, 'small', 1)).not.toEqual(makeSample(now, 'small', 2))
  })

  test('every row is one that the contract knows', () => {
    const { common, centres } = makeSample(now)
    for (const { entity, value } of [...common, ...centres.flatMap(({ batches }) => batches.flat())]) {
      const parsed = entityShapes[entity].strict().safeParse(value)
      expect(parsed.error?.issues ?? [], `${entity} ${value.id}`).toEqual([])
      const wire = readRow({ entity, id: value.id, revision: 1, value: JSON.parse(JSON.stringify(value)) })
      expect(wire).toMatchObject({ entity, value })
    }
  })

  test('two sessions to come, January and June; registrations are open for the first and not yet for the second', () => {
    const [first, second] = common('examSession')
    if (!first || !second) throw new Error('Two sessions')
    const today = toLocalDate(now, 'Europe/Paris')
    expect([first, second].map(({ id }) => id.slice(5)).sort()).toEqual(['01', '06'])
    expect(first.startsOn > today && second.startsOn > first.endsOn).toBe(true)
    for (const exam of common('exam')) {
      const open = exam.registrationOpensAt <= now && now < exam.registrationClosesAt
      expect(open).toBe(exam.sessionId === first.id)
      expect(exam.fee).toEqual({ EUR: 5000, XPF: 5967 })
    }
  })

  test.each(['rennes', 'papeete'])('%s: seats hold, money agrees, nothing is of the future', (centreId) => {
    const rows = centreOf(now, centreId)
    const entries = rows('entry')
    const used = countSeats(entries)
    for (const { id, seats } of rows('offering')) expect(used.get(id) ?? 0).toBeLessThanOrEqual(seats)
    const allocated = allocatedByEntry(rows('payment'), new Set())
    const onAccount = new Set(
      rows('organisation')
        .filter((payer) => payer.onAccount)
        .map(({ id }) => id),
    )
    for (const entry of entries) {
      const request = rows('request').find(({ id }) => id === entry.requestId)
      const paid = allocated.get(entry.id) ?? 0
      if (entry.status !== 'confirmed') expect(paid).toBeLessThan(entry.feeAmount)
      else if (onAccount.has(request?.organisationId ?? '')) expect(paid).toBe(0)
      else expect(paid).toBe(entry.feeAmount)
      const times = [request?.receivedAt, entry.prevalidatedAt, entry.confirmedAt].filter((at) => at != null)
      expect(times).toEqual(times.toSorted())
      expect(times.every((at) => at <= now)).toBe(true)
    }
    for (const { recordedAt, receivedOn, allocations } of rows('payment')) {
      for (const { entryId } of allocations) {
        const entry = entries.find(({ id }) => id === entryId)
        expect(recordedAt > (entry?.prevalidatedAt ?? now) && recordedAt <= (entry?.confirmedAt ?? now)).toBe(true)
      }
      expect(recordedAt <= now).toBe(true)
      expect(receivedOn <= toLocalDate(now, centreId === 'rennes' ? 'Europe/Paris' : 'Pacific/Tahiti')).toBe(true)
    }
  })

  test.each(['rennes', 'papeete'])(
    '%s: one receipt a payment, numbered without a gap in the order of issue',
    (centreId) => {
      const rows = centreOf(now, centreId)
      const receipts = rows('receipt')
      expect(receipts.map(({ paymentId }) => paymentId).sort()).toEqual(
        rows('payment')
          .map(({ id }) => id)
          .sort(),
      )
      expect(receipts.map(({ issuedAt }) => issuedAt)).toEqual(receipts.map(({ issuedAt }) => issuedAt).toSorted())
      const years = Object.values(Object.groupBy(receipts, ({ year }) => year))
      for (const ofYear of years) expect(ofYear?.map(({ sequence }) => sequence)).toEqual(ofYear?.map((_, n) => n + 1))
      for (const { number, year, sequence, content } of receipts) {
        expect(number).toBe(receiptNumber(year, 'A', sequence))
        expect(content.lines.reduce((sum, { amount }) => sum + amount, content.credit)).toBe(content.amount)
        expect(content.vatWording).not.toBe('')
        expect(content.lines.every(({ examLabel, candidateName }) => examLabel !== '' && candidateName !== '')).toBe(
          true,
        )
      }
    },
  )

  test.each(['rennes', 'papeete'])(
    '%s: identities are whole, numbers are unique, each person is known once',
    (centreId) => {
      const rows = centreOf(now, centreId)
      const numbers = rows('candidate').flatMap(({ nuc }) => nuc ?? [])
      expect(new Set(numbers).size).toBe(numbers.length)
      const ids = rows('candidate').map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const { candidateId } of rows('request')) expect(ids).toContain(candidateId)
      for (const entry of rows('entry')) {
        const nuc = rows('candidate').find(({ id }) => id === entry.candidateId)?.nuc
        if (holdsSeat(entry.status)) expect(nuc).not.toBeNull()
      }
    },
  )

  test('Rennes: one overdue, one that ends today (or, on a day that is not worked, next), some later', () => {
    const entries = centreOf(now, 'rennes')('entry').filter(({ status }) => status === 'prevalidated')
    const today = toLocalDate(now, 'Europe/Paris')
    const [sample] = sampleCentres(today)
    if (!sample) throw new Error('A centre')
    const overdue = entries.filter((entry) => isOverdue(entry, now))
    expect(overdue).toHaveLength(1)
    if (isWorkingDay(today, workingCalendar(sample.centre, sample.settings)))
      expect(entries.some(({ deadlineOn }) => deadlineOn === today)).toBe(true)
    expect(entries.filter(({ deadlineOn }) => (deadlineOn ?? '') > today).length).toBeGreaterThan(3)
  })
})

test('Rennes: sixty requests in every state, a sheet of two pages, one offering full, one with a seat left, one closed', () => {
  const rows = centreOf(MONDAY, 'rennes')
  const entries = rows('entry')
  expect(rows('request')).toHaveLength(60)
  const requested = new Set(entries.filter(({ status }) => status === 'requested').map(({ requestId }) => requestId))
  expect(requested.size).toBeGreaterThanOrEqual(20)
  for (const status of ['prevalidated', 'confirmed', 'refused', 'withdrawn', 'lapsed'] as const)
    expect(count(entries, status)).toBeGreaterThan(0)
  const used = countSeats(entries)
  const left = rows('offering').map(({ id, seats, open }) => ({ left: seats - (used.get(id) ?? 0), open }))
  expect(left).toContainEqual({ left: 0, open: true })
  expect(left).toContainEqual({ left: 1, open: true })
  expect(left.some(({ open }) => !open)).toBe(true)
  const onOneSheet = rows('sitting').map(({ offeringId }) =>
    count(
      entries.filter((entry) => entry.offeringId === offeringId),
      'confirmed',
    ),
  )
  expect(Math.max(...onOneSheet)).toBeGreaterThan(20)
  expect(entries.filter(({ offeringId }) => offeringId === null)).toHaveLength(1)
  expect(
    rows('operator')
      .map(({ role }) => role)
      .sort(),
  ).toEqual(['manager', 'reader', 'secretary', 'secretary'])
})

test('Rennes has asked its candidates to check their data: some have, whoever may sign in with a seat to pay has not', () => {
  const rows = centreOf(MONDAY, 'rennes')
  const [check, ...others] = rows('dataCheck')
  expect(others).toEqual([])
  const requests = rows('request').map((request) => ({
    ...request,
    entries: rows('entry').filter(({ requestId }) => requestId === request.id),
  }))
  const { concerned, checked } = countDataChecks(requests)
  expect(checked).toBeGreaterThan(5)
  expect(checked).toBeLessThan(concerned / 2)
  for (const { dataCheckedAt, receivedAt } of requests)
    if (dataCheckedAt !== null) {
      expect(dataCheckedAt > (check?.askedAt ?? MONDAY) && dataCheckedAt < MONDAY).toBe(true)
      expect(receivedAt < dataCheckedAt).toBe(true)
    }
  const waiting = rows('candidate').find(({ email }) => email === 'prevalidee@example.org')
  expect(requests.find(({ candidateId }) => candidateId === waiting?.id)?.dataCheckedAt).toBeNull()
  expect(centreOf(MONDAY, 'papeete')('dataCheck')).toEqual([])
})

test('Rennes has noted what was said, reminded two people, closed an offering and called a sitting off', () => {
  for (const now of moments) {
    const rows = centreOf(now, 'rennes')
    const known = new Set(rows('candidate').map(({ id }) => id))
    expect(rows('callNote').map(({ means }) => means)).toEqual(['mail', 'phone', 'counter', 'phone'])
    for (const { candidateId, notedAt } of rows('callNote')) {
      const asked = rows('request').find((request) => request.candidateId === candidateId)
      expect(known.has(candidateId) && notedAt >= (asked?.receivedAt ?? now) && notedAt <= now).toBe(true)
    }
    expect(rows('reminder').map(({ means }) => means)).toEqual(['mail', 'phone'])
    for (const { entryIds, requestId, sentAt } of rows('reminder')) {
      const entry = rows('entry').find(({ id }) => id === entryIds[0])
      expect(entry).toMatchObject({ requestId, status: 'prevalidated' })
      expect(sentAt >= (entry?.prevalidatedAt ?? now) && sentAt <= now).toBe(true)
    }
    expect(rows('offering').filter(({ open }) => !open).length).toBeGreaterThan(0)
    const calledOff = rows('sitting').filter(({ cancelled }) => cancelled)
    for (const { offeringId } of calledOff)
      expect(rows('sitting').some((sitting) => sitting.offeringId === offeringId && !sitting.cancelled)).toBe(true)
    expect(calledOff.length).toBeGreaterThan(0)
  }
})

test('Rennes: the variety of real life', () => {
  const rows = centreOf(MONDAY, 'rennes')
  const names = rows('candidate').map(({ birthName, firstNames }) => `${birthName} ${firstNames}`)
  for (const name of [
    'O’CONNOR Siobhán',
    'NGUYEN Thị Minh Khai',
    'de LA BARRE d’ESTAING Anne-Cécile Marie',
    'NY Rasoa',
  ])
    expect(names).toContain(name)
  expect(Math.max(...names.map(({ length }) => length))).toBeGreaterThan(60)
  expect(rows('candidate').some(({ birthCountry }) => birthCountry !== 'FRANCE')).toBe(true)
  expect(rows('candidate').some(({ usageName }) => usageName !== null)).toBe(true)
  expect(rows('candidate').some(({ nuc }) => nuc === null)).toBe(true)
  const modified = rows('request').filter(({ version }) => version > 1)
  expect(modified.map(({ version, changes }) => [version, changes.map(({ what }) => what)])).toEqual([
    [2, ['software', 'phone']],
  ])
  for (const { changes, receivedAt } of modified)
    for (const { at, before, after } of changes) expect(at > receivedAt && at <= MONDAY && before !== after).toBe(true)
  expect(new Set(rows('request').map(({ candidateId }) => candidateId)).size).toBe(59)
  expect(
    rows('payment').some(({ payer, allocations }) => payer.kind === 'organisation' && allocations.length === 4),
  ).toBe(true)
})

test('TAHITIPLUS: its software, its currency, its holidays', () => {
  const rows = centreOf(MONDAY, 'papeete')
  expect(rows('request')).toHaveLength(24)
  const offered = rows('offering')
    .filter(({ sessionId }) => sessionId === '2027-01')
    .map(({ examId, softwareIds }) => [examId, softwareIds])
  expect(offered).toEqual([
    ['2027-01-ASCA-E1', ['ciel-comptabilite']],
    ['2027-01-ASCA-E2', ['ciel-comptabilite', 'excel-2017']],
    ['2027-01-ASCA-E1', ['sage-50']],
  ])
  expect(rows('entry').every(({ currency, feeAmount }) => currency === 'XPF' && feeAmount === 5967)).toBe(true)
  expect(rows('entry').some(({ deadlineOn }) => deadlineOn === '2026-11-20')).toBe(false)
})

test('the big sample: two thousand requests, loaded and served in reasonable time', async () => {
  const hq = await startHq({ sample: 'big' })
  const rows = await (await aDevice(hq, 'rennes')).rows()
  expect(valuesOf(rows, 'request')).toHaveLength(2000)
  const used = countSeats(valuesOf(rows, 'entry'))
  for (const { id, seats } of valuesOf(rows, 'offering')) expect(used.get(id) ?? 0).toBeLessThanOrEqual(seats)
}, 60_000)

test('a PC enrolled after the sample does not issue in the series of the past', async () => {
  const hq = await startHq({ sample: true, clock: aClock(LEAP_DAY) })
  expect((await aDevice(hq, 'rennes')).series).toBe('B')
})
