import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Parsed } from '../../contract/ipc.ts'
import { aDesk, type RunningDesk } from '../helpers/a-desk.ts'
import { aClock, anHq } from '../helpers/an-hq.ts'
import { aCandidate, anEntry, aRequest, aSitting, MONDAY } from '../helpers/rows.ts'
import { smallWorld } from '../helpers/world.ts'

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

const sessionId = '2027-01'

/** A centre whose candidates are confirmed, and sit on Monday 18 January at nine. */
async function aCentre({ people = ['Ny', 'Roy', 'Sol'], desks = 1 } = {}) {
  const clock = aClock()
  const confirmed = { status: 'confirmed', prevalidatedAt: MONDAY, confirmedAt: MONDAY } as const
  const entries = Object.fromEntries(people.map((name) => [name, confirmed]))
  const world = smallWorld({ seats: 500, candidates: people, entries })
  const sitting = aSitting({ offeringId: world.offeringId, heldOn: '2027-01-18', room: 'B12' })
  world.rows.push({ entity: 'sitting', value: sitting })
  const hq = await anHq({ clock, worlds: [world] })
  running.push(hq)
  const pcs: RunningDesk[] = []
  for (let number = 0; number < desks; number++) {
    const pc = await aDesk({ hq, clock, role: 'manager', name: `POSTE ${number + 1}` })
    running.push(pc)
    pcs.push(pc)
  }
  const agree = async () => {
    clock.advance(11)
    for (const pc of [...pcs, ...pcs]) expect(await pc.sync()).toBeNull()
    for (const pc of pcs) expect(await pc.freshness()).toMatchObject({ agreement: 'agrees', toTransmit: 0 })
  }
  const [one, two] = pcs as [RunningDesk, RunningDesk]
  return { clock, hq, world, sitting, one, two, agree }
}

const list = (desk: RunningDesk) => desk.call('convocation.list', { sessionId })
const print = (desk: RunningDesk, asked: Partial<Parsed<'convocation.print'>> = {}) =>
  desk.call('convocation.print', { sessionId, which: 'due', as: 'together', means: 'print', ...asked })
const versions = async (desk: RunningDesk) =>
  (
    await desk.db
      .selectFrom('issuedPaper')
      .innerJoin('candidate', 'candidate.id', 'issuedPaper.candidateId')
      .select(['birthName', 'version'])
      .orderBy('birthName')
      .orderBy('version')
      .execute()
  ).map(({ birthName, version }) => `${birthName} v${version}`)
const files = (desk: RunningDesk) => {
  const folder = path.join(desk.folder, 'documents')
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.pdf'))
    : []
}

test('what changes after a convocation was issued makes it out of date, in words; only those concerned are issued again', async () => {
  const { hq, world, sitting, one, agree } = await aCentre()
  expect(await list(one)).toMatchObject({ ready: 3, never: 3, current: 0, outdated: 0, due: 3, toReconvene: [] })
  expect(await print(one)).toMatchObject({ printed: 3, issued: 3, stopped: null, opened: true })
  expect(await list(one)).toMatchObject({ never: 0, current: 3, due: 0 })
  // Nothing is new: nothing is issued.
  expect(await print(one)).toMatchObject({ printed: 0, stopped: 'nothing' })

  const candidate = aCandidate({ id: world.candidate('Roy'), birthName: 'Roi', usageName: null, nuc: null })
  // A telephone and an address convene nobody again.
  const moved = aCandidate({
    id: world.candidate('Sol'),
    birthName: 'Sol',
    usageName: null,
    nuc: null,
    phone: '1',
    town: 'Brest',
  })
  await hq.publish({
    centreId: 'rennes',
    writes: [candidate, moved].map((value) => ({ entity: 'candidate' as const, value })),
  })
  await agree()
  const [changed, ...others] = (await list(one)).toReconvene
  expect(others).toEqual([])
  expect(changed).toMatchObject({
    ...{ requestId: world.request('Roy'), state: 'outdated', issued: { version: 1, issuedBy: 'Anne Hervé' } },
    changes: [{ what: 'name', before: 'Roy Hinano Vaitiare', after: 'Roi Hinano Vaitiare' }],
  })
  expect(await print(one)).toMatchObject({ printed: 1, issued: 1 })
  expect(await versions(one)).toEqual(['Ny v1', 'Roi v1', 'Roi v2', 'Sol v1'])
  const [last] = await one.db
    .selectFrom('document')
    .selectAll()
    .orderBy('madeAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const page = readFileSync(path.join(one.folder, 'documents', last?.fileName ?? ''), 'utf8')
  expect(page.includes('Remplace la version 1')).toBe(true)

  const told = await one.call('candidate.file', { candidateId: world.candidate('Roy'), sessionId })
  const issued = told?.history.filter(({ kind }) => kind === 'paper.issue') ?? []
  expect(issued.map(({ detail }) => detail.convocation)).toEqual([2, 1])
  expect(issued[1]).toMatchObject({ operatorName: 'Anne Hervé', sessionId, pending: false })

  const from = { heldOn: sitting.heldOn, startsAtLocal: sitting.startsAtLocal, room: sitting.room }
  const args = { sittingId: sitting.id, offeringId: world.offeringId, from, ...from, room: 'Amphi' }
  const [done] = (await one.run({ name: 'sitting.set', args })).results
  expect(done?.ok).toBe(true)
  const { toReconvene, due } = await list(one)
  expect(due).toBe(3)
  expect(toReconvene.map(({ changes }) => changes)).toEqual(
    Array.from({ length: 3 }, () => [{ what: 'room', examCode: 'ASCA-E1', before: 'B12', after: 'Amphi' }]),
  )
})

test('one that still holds is printed again as it was issued, under its version, by whoever may only look too', async () => {
  const { hq, world, one, agree } = await aCentre({ people: ['Ny'] })
  await print(one)
  const reader = { id: 'reader', name: 'Luc', role: 'reader' as const, active: true }
  const moved = aCandidate({ id: world.candidate('Ny'), birthName: 'Ny', usageName: null, nuc: null, town: 'Brest' })
  await hq.publish({
    centreId: 'rennes',
    writes: [
      { entity: 'operator', value: reader },
      { entity: 'candidate', value: moved },
    ],
  })
  await agree()
  await one.choose('reader')
  const which = [world.request('Ny')]
  expect(await print(one, { which })).toMatchObject({ printed: 1, issued: 0, stopped: null })
  expect(await versions(one)).toEqual(['Ny v1'])
  const [, again] = files(one).toSorted()
  expect(readFileSync(path.join(one.folder, 'documents', String(again)), 'utf8').includes('Brest')).toBe(false)
})

test('who may only look issues none, and nothing is printed', async () => {
  const { hq, one, agree } = await aCentre({ people: ['Ny'] })
  const reader = { id: 'reader', name: 'Luc', role: 'reader' as const, active: true }
  await hq.publish({ centreId: 'rennes', writes: [{ entity: 'operator', value: reader }] })
  await agree()
  await one.choose('reader')
  expect(await print(one)).toMatchObject({ printed: 0, stopped: 'not-issued' })
  expect(files(one)).toEqual([])
})

test('two PCs that issue version 2 without the network agree on which counts, and the next is version 3', async () => {
  const { clock, hq, world, one, two, agree } = await aCentre({ people: ['Ny'], desks: 2 })
  await print(one)
  await agree()
  const rename = (birthName: string) =>
    hq.publish({
      centreId: 'rennes',
      writes: [
        {
          entity: 'candidate',
          value: aCandidate({ id: world.candidate('Ny'), birthName, usageName: null, nuc: null }),
        },
      ],
    })
  await rename('Nÿ')
  await agree()
  for (const pc of [one, two]) pc.network('down')
  await print(one)
  clock.advance(60)
  await print(two)
  for (const pc of [one, two]) pc.network('up')
  await agree()
  for (const pc of [one, two]) {
    expect(await versions(pc)).toEqual(['Nÿ v1', 'Nÿ v2', 'Nÿ v2'])
    const { current, toReconvene } = await list(pc)
    expect([current, toReconvene]).toEqual([1, []])
  }
  const of = await one.call('convocation.of', { sessionId, candidateId: world.candidate('Ny') })
  expect(of).toMatchObject({
    state: 'current',
    issued: { version: 2, issuedAt: '2026-11-23T08:42:22.000Z', pending: false },
  })
  await rename('Ny')
  await agree()
  await print(two)
  expect(await versions(two)).toEqual(['Ny v1', 'Ny v2', 'Ny v2', 'Ny v3'])
})

test('a cheque that bounced holds the convocation back until the money is there, and says why', async () => {
  const { world, one } = await aCentre({ people: ['Ny', 'Roy'] })
  const cheque = { number: '1234567', bank: 'Crédit Agricole', drawer: 'Ny' }
  const pay = async (more: object) => {
    const args = {
      ...{ sessionId, payer: { kind: 'candidate', id: world.candidate('Ny') }, amount: 5000, currency: 'EUR' },
      ...{ receivedOn: '2026-11-23', reference: null, allocations: [{ entryId: world.entry('Ny'), amount: 5000 }] },
      ...more,
    }
    const [done] = (await one.run({ name: 'payment.record', args })).results
    if (!done?.ok) throw new Error(JSON.stringify(done))
    return done.createdId
  }
  const paymentId = await pay({ method: 'cheque', cheque })
  const back = { paymentId, outcome: 'bounced', endedOn: '2026-11-23', dueOn: '2026-11-30', note: null }
  expect((await one.run({ name: 'cheque.end', args: back })).results[0]).toMatchObject({ ok: true })
  expect(await list(one)).toMatchObject({
    ...{ ready: 1, never: 1, due: 1, hindered: 1 },
    hindrances: [{ candidateId: world.candidate('Ny'), hindrance: 'cheque-bounced' }],
  })
  expect(await print(one, { which: [world.request('Ny')] })).toMatchObject({ stopped: 'nothing' })
  await pay({ method: 'card', cheque: null })
  expect(await list(one)).toMatchObject({ ready: 2, due: 2, hindrances: [] })
})

test('a payment taken back holds the convocation back, one that was issued before too, until another is taken', async () => {
  const { world, one } = await aCentre({ people: ['Ny', 'Roy', 'Sol'] })
  const pay = async (name: string) => {
    const args = {
      ...{ sessionId, payer: { kind: 'candidate', id: world.candidate(name) }, amount: 5000, currency: 'EUR' },
      ...{ receivedOn: '2026-11-23', reference: null, method: 'card', cheque: null },
      allocations: [{ entryId: world.entry(name), amount: 5000 }],
    }
    const [done] = (await one.run({ name: 'payment.record', args })).results
    if (!done?.ok || !done.createdId) throw new Error(JSON.stringify(done))
    return done.createdId
  }
  const takeBack = async (paymentId: string) => {
    const [done] = (await one.run({ name: 'payment.void', args: { paymentId, reason: 'Saisi deux fois' } })).results
    expect(done).toMatchObject({ ok: true })
  }
  const ofNy = await pay('Ny')
  expect(await print(one)).toMatchObject({ printed: 3, issued: 3 })
  expect(await one.call('payment.unpaid-without', { paymentId: ofNy })).toEqual([
    { candidateId: world.candidate('Ny'), name: 'Ny Hinano Vaitiare' },
  ])
  expect((await one.call('today.read', { sessionId }))?.voided).toMatchObject({ total: 0, rows: [] })
  await takeBack(ofNy)
  // Issued, and yet counted among those who cannot be convened alone; what was issued is not handed out again.
  expect(await list(one)).toMatchObject({
    ...{ ready: 2, current: 2, hindered: 1, due: 0 },
    hindrances: [{ candidateId: world.candidate('Ny'), hindrance: 'payment-voided', state: 'current' }],
  })
  expect(await print(one, { which: [world.request('Ny')] })).toMatchObject({ stopped: 'nothing' })
  expect((await one.call('today.read', { sessionId }))?.voided).toMatchObject({
    total: 1,
    rows: [
      {
        ...{ paymentId: ofNy, payerName: 'Ny Hinano Vaitiare', due: 5000, currency: 'EUR' },
        ...{ requestId: world.request('Ny'), candidateId: world.candidate('Ny'), voidedAt: MONDAY },
      },
    ],
  })
  await pay('Ny')
  expect(await list(one)).toMatchObject({ ready: 3, current: 3, hindrances: [] })
  expect((await one.call('today.read', { sessionId }))?.voided).toMatchObject({ total: 0, rows: [] })
})

const many = Array.from({ length: 120 }, (_, n) => `Nom${String(n).padStart(3, '0')}`)

test('given up in the middle: the batches that are done are issued and kept, nothing of the others is', async () => {
  const { one, agree } = await aCentre({ people: many })
  // What a power cut would leave listed, in the middle of each batch.
  const listed: number[] = []
  let pages = 0
  one.prints(async (html) => {
    pages++
    if (pages === 30 || pages === 70) listed.push((await one.call('document.list', { sessionId })).length)
    return new TextEncoder().encode(html)
  })
  const seen: number[] = []
  const leave = one.onChange((name, payload) => {
    const progress = name === 'printing.progress' && 'progress' in payload ? payload.progress : null
    if (!progress) return
    seen.push(progress.done)
    if (progress.done > 70) void one.call('printing.stop', {})
  })
  const answer = await print(one, { as: 'apart', means: 'save' })
  leave()
  expect(answer).toMatchObject({ printed: 50, issued: 50, stopped: 'cancelled', opened: true, document: null })
  expect(listed).toEqual([0, 50])
  expect(seen).toEqual(Array.from({ length: 72 }, (_, done) => done))
  expect(await versions(one)).toHaveLength(50)
  expect(files(one)).toHaveLength(50)
  expect(await one.call('document.list', { sessionId })).toHaveLength(50)
  // The rest, later; three commands in all.
  expect(await print(one)).toMatchObject({ printed: 70, issued: 70, stopped: null })
  await agree()
  const commands = await one.db.selectFrom('command').select('name').where('name', '=', 'paper.issue').execute()
  expect(commands).toHaveLength(3)
  expect((await list(one)).current).toBe(120)
})

test('when the printing fails in the second batch, the first stands, nothing is half issued, and the next goes on', async () => {
  const { one } = await aCentre({ people: many })
  let pages = 0
  one.prints(async (html) => {
    pages++
    if (pages === 2) throw new Error('no page')
    return new TextEncoder().encode(html)
  })
  expect(await print(one)).toMatchObject({ printed: 50, issued: 50, stopped: 'not-made' })
  expect(await versions(one)).toHaveLength(50)
  expect(files(one)).toHaveLength(1)
  expect(await list(one)).toMatchObject({ current: 50, due: 70 })
  expect(await print(one)).toMatchObject({ printed: 70, issued: 70, stopped: null })
})

const isRoot = process.getuid?.() === 0

/** The papers of this PC on a disk of their own, of so many megabytes; only root may make one. Gives what fills it up. */
function onASmallDisk(desk: RunningDesk, megabytes: number) {
  const disk = path.join(desk.folder, 'documents')
  mkdirSync(disk)
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', disk])
  running.push({ stop: async () => void execFileSync('umount', [disk]) })
  const ballast = path.join(disk, 'ballast')
  return {
    fill() {
      for (let size = megabytes * 1_000_000; size >= 4096; size /= 2)
        try {
          writeFileSync(ballast, Buffer.alloc(Math.round(size), 1), { flag: 'a' })
        } catch {
          // As much as fits.
        }
    },
    free: () => rmSync(ballast),
  }
}

test.runIf(isRoot).each([
  ['together', 200, 4],
  ['apart', 230, 200],
] as const)(
  'a disk that is full in the middle of 400, %s: what was made stands, whole; pressing again makes the rest',
  async (as, fullAt, pdfs) => {
    const { one } = await aCentre({ people: Array.from({ length: 400 }, (_, n) => `Nom${String(n).padStart(3, '0')}`) })
    // As large as a PDF is: the fonts of each page would fill a disk of their own.
    one.prints(async (html) => new TextEncoder().encode(html.slice(-20_000)))
    const disk = onASmallDisk(one, 24)
    const leave = one.onChange((name, payload) => {
      if (name === 'printing.progress' && 'progress' in payload && payload.progress?.done === fullAt) disk.fill()
    })
    expect(await print(one, { as })).toMatchObject({ printed: 200, issued: 200, stopped: 'not-stored' })
    leave()
    const folder = path.join(one.folder, 'documents')
    const left = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(left.filter(({ name }) => name !== 'ballast' && !name.endsWith('.pdf'))).toEqual([])
    const kept = await one.db.selectFrom('document').select(['fileName', 'sha256']).execute()
    expect(kept).toHaveLength(pdfs)
    expect(files(one)).toHaveLength(pdfs)
    for (const { fileName, sha256 } of kept)
      expect(
        createHash('sha256')
          .update(readFileSync(path.join(folder, fileName)))
          .digest('hex'),
      ).toBe(sha256)
    expect(await versions(one)).toHaveLength(200)
    expect(await list(one)).toMatchObject({ current: 200, due: 200 })

    disk.free()
    expect(await print(one, { as })).toMatchObject({ printed: 200, issued: 200, stopped: null })
    expect(await list(one)).toMatchObject({ current: 400, due: 0 })
    expect(new Set(await versions(one)).size).toBe(400)
  },
)

test('of somebody who leaves the centre nothing stays; what was issued to them comes back with them', async () => {
  const clock = aClock()
  const hq = await anHq({ clock, worlds: [smallWorld(), smallWorld({ centreId: 'brest', candidates: [] })] })
  const desk = await aDesk({ hq, clock, centreId: 'brest', role: 'manager' })
  running.push(hq, desk)
  const candidateId = 'rennes-candidate-Ny'
  const request = aRequest({ id: 'visit', candidateId })
  const visit = { requestId: 'visit', candidateId, offeringId: 'brest-offering' }
  const entry = anEntry({
    id: 'visit-entry',
    status: 'confirmed',
    prevalidatedAt: MONDAY,
    confirmedAt: MONDAY,
    ...visit,
  })
  const sitting = aSitting({ offeringId: 'brest-offering', heldOn: '2027-01-18' })
  const ask = () =>
    hq.publish({
      centreId: 'brest',
      writes: [
        { entity: 'sitting', value: sitting },
        { entity: 'request', value: request },
        { entity: 'entry', value: entry },
      ],
    })
  const leave = () =>
    hq.publish({
      centreId: 'brest',
      writes: [],
      tombstones: [
        { entity: 'entry', id: 'visit-entry' },
        { entity: 'request', id: 'visit' },
      ],
    })
  const issued = async () => (await desk.db.selectFrom('issuedPaper').select('version').execute()).length
  const agrees = async () => {
    clock.advance(11)
    expect(await desk.sync()).toBeNull()
    expect(await desk.freshness()).toMatchObject({ agreement: 'agrees', notices: [] })
  }
  await ask()
  await agrees()
  expect(await print(desk)).toMatchObject({ issued: 1 })
  await agrees()
  await leave()
  await agrees()
  expect(await issued()).toBe(0)
  expect((await hq.db.selectFrom('workAside').select('entity').execute()).map(({ entity }) => entity)).toEqual([
    'issuedPaper',
  ])
  await ask()
  await agrees()
  expect(await issued()).toBe(1)
  expect(await list(desk)).toMatchObject({ current: 1, due: 0 })

  // Issued while they leave: HQ keeps nothing of it, says so, and this PC keeps nothing either.
  await hq.publish({ centreId: 'brest', writes: [{ entity: 'sitting', value: { ...sitting, room: 'Amphi' } }] })
  await agrees()
  expect(await print(desk)).toMatchObject({ issued: 1 })
  await leave()
  await agrees()
  expect(await issued()).toBe(0)
  expect(await desk.call('review.list', {})).toMatchObject([{ name: 'paper.issue', code: 'not-found' }])
})
