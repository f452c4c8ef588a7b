import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import type { EntryRow, RequestRow } from '../../contract/desk.ts'
import type { Draft, DraftResult } from '../../contract/ipc.ts'
import { fullName } from '../../domain/candidate.ts'
import type { Clock } from '../../domain/time.ts'
import { type Backend, openBackend } from '../../main/backend.ts'
import type { Printers } from '../../main/print/send-to-printer.ts'
import type { RunningHq } from './an-hq.ts'
import { listRequests } from './list-requests.ts'

/** What the network does to a request: lets it through, or one of the ways in which networks fail. */
export type Network = 'up' | 'down' | 'loses-answers' | 'delivers-twice' | 'only-sends'

export type DeskOptions = {
  hq: RunningHq
  clock: Clock
  centreId?: string
  name?: string
  /** Who sits down first; the first secretary by default. */
  role?: 'secretary' | 'manager' | 'reader'
  session?: string
  enrols?: 'at once' | 'at the second try' | 'never'
  /** A copy of another PC's data folder (`copyDisk`): what it was, this one takes itself for. */
  disk?: string
  /** Those of this PC; none by default. */
  printers?: Printers
}

const DATABASE = 'pupitre.sqlite'

export type RunningDesk = Awaited<ReturnType<typeof aDesk>>

/** One office PC: the real backend on a real SQLite file, in front of a real HQ. It exchanges only when told (`sync`). */
export async function aDesk({
  hq,
  clock,
  centreId = 'rennes',
  name = 'ACCUEIL',
  role = 'secretary',
  session = '2027-01',
  enrols = 'at once',
  disk,
  printers,
}: DeskOptions) {
  const folder = disk ?? mkdtempSync(path.join(tmpdir(), 'pupitre-desk-'))
  let network: Network = 'up'
  let chosenFile: string | null = null
  let printer = async (html: string): Promise<Uint8Array> => new TextEncoder().encode(html)
  let hasReader = true
  const copies: string[] = []
  const opened: string[] = []
  const options = {
    dataFolder: folder,
    clock,
    hqUrl: hq.url,
    enrolmentCode: null,
    appVersion: '0.1.0',
    random: (bytes: number) => randomBytes(bytes),
    fetch: (async (input, init) => {
      if (network === 'down') throw new TypeError('fetch failed')
      if (network === 'only-sends' && init?.method !== 'POST') throw new TypeError('fetch failed')
      const answer = await fetch(input, init)
      if (network === 'delivers-twice') return await fetch(input, init)
      if (network === 'loses-answers') throw new TypeError('fetch failed')
      return answer
    }) as typeof fetch,
    // A PDF is Chromium's business; what flows judge is when a paper is made and what its row says.
    print: async (html: string) => await printer(html),
    openFile: async (file: string) => {
      if (!hasReader) throw new Error('no application for this kind of file')
      opened.push(file)
    },
    ...(printers ? { printers } : {}),
    chooseWhere: async (name: string) => path.join(folder, name),
    chooseFile: async () => chosenFile,
  }
  let backend: Backend = await openBackend(options)

  const desk = {
    folder,
    opened,
    get db() {
      return backend.db
    },
    call: <N extends keyof Backend['handlers']>(call: N, input: Parameters<Backend['handlers'][N]>[0]) =>
      backend.handlers[call](input as never) as ReturnType<Backend['handlers'][N]>,
    network(state: Network) {
      network = state
    },
    /** What the printing of a page comes to from now on. */
    prints(as: typeof printer) {
      printer = as
    },
    /** Whether the PC has a program that shows what is opened. */
    hasReader(has: boolean) {
      hasReader = has
    },
    /** The file that the person will pick when asked for HQ's answer. */
    picks(file: string | null) {
      chosenFile = file
    },
    sync: async () => {
      const answer = await backend.handlers['sync.now']({})
      return answer.ok ? null : answer.code
    },
    /** Exchanges by itself from now on, as when the window is open. */
    start: () => backend.start(),
    onChange: (listener: Parameters<Backend['onSignal']>[0]) => backend.onSignal(listener),
    state: () => backend.handlers['desk.state']({}),
    async requests(): Promise<RequestRow[]> {
      return await listRequests(backend.db, session)
    },
    /** The request of a person, by any part of the name. */
    async request(person: string): Promise<RequestRow> {
      const found = (await desk.requests()).find(({ candidate }) => fullName(candidate).includes(person))
      if (!found) throw new Error(`no request of ${person}`)
      return found
    },
    async entry(person: string): Promise<EntryRow> {
      const [entry] = (await desk.request(person)).entries
      if (!entry) throw new Error(`no entry of ${person}`)
      return entry
    },
    async run(...drafts: Draft[]): Promise<{ results: DraftResult[]; undo: { clickId: string } | null }> {
      return await backend.handlers['command.run']({
        drafts: drafts.map((draft) => ({ ...draft, after: draft.after ?? [] })),
      })
    },
    async prevalidate(person: string) {
      const { id: requestId, entries } = await desk.request(person)
      return await desk.run({ name: 'entry.prevalidate', args: { requestId, entryIds: entries.map(({ id }) => id) } })
    },
    async refuse(person: string) {
      const { id: requestId, entries } = await desk.request(person)
      return await desk.run({
        name: 'entry.refuse',
        args: { requestId, entryIds: entries.map(({ id }) => id), reason: 'full', text: null },
      })
    },
    /** Takes the fee of a person's entries: payment, confirmation, receipt, in one click. */
    async pay(person: string) {
      const { candidate, sessionId, entries } = await desk.request(person)
      const allocations = entries.map(({ id, feeAmount }) => ({ entryId: id, amount: feeAmount }))
      const { centre, now } = await desk.state()
      const args = {
        sessionId,
        payer: { kind: 'candidate', id: candidate.id },
        method: 'cheque',
        amount: allocations.reduce((sum, { amount }) => sum + amount, 0),
        currency: centre?.currency ?? 'EUR',
        receivedOn: now.slice(0, 10),
        reference: '0012345',
        allocations,
      }
      return await desk.run(
        { name: 'payment.record', args },
        { name: 'entry.confirm', args: { entryIds: entries.map(({ id }) => id) }, after: [0] },
        { name: 'receipt.issue', args: { paymentId: null }, after: [0] },
      )
    },
    async toReview() {
      return (await backend.handlers['review.list']({})).filter(({ settlement }) => settlement === null)
    },
    async freshness() {
      return (await desk.state()).freshness
    },
    async choose(wanted: 'secretary' | 'manager' | 'reader') {
      const operator = (await desk.state()).operators.find((one) => one.role === wanted)
      if (!operator) throw new Error(`no ${wanted}`)
      await backend.handlers['operator.choose']({ operatorId: operator.id })
    },
    /** The process dies and starts again on the same files. */
    async restart(appVersion = options.appVersion) {
      await backend.stop()
      backend = await openBackend({ ...options, appVersion })
    },
    /** The application ends, something happens to its files, and it starts again. */
    async whileClosed(happens: () => void | Promise<void>) {
      await backend.stop()
      await happens()
      backend = await openBackend(options)
    },
    /** The data folder as it is now, elsewhere: a backup of the disk, or a cloned PC. */
    async copyDisk(): Promise<string> {
      const copy = mkdtempSync(path.join(tmpdir(), 'pupitre-disk-'))
      copies.push(copy)
      await sql`vacuum into ${sql.lit(path.join(copy, DATABASE))}`.execute(backend.db)
      return copy
    },
    /** The disk is replaced by an older copy of itself. */
    async restoreDisk(copy: string) {
      await backend.stop()
      for (const suffix of ['', '-wal', '-shm']) rmSync(path.join(folder, `${DATABASE}${suffix}`), { force: true })
      copyFileSync(path.join(copy, DATABASE), path.join(folder, DATABASE))
      backend = await openBackend(options)
    },
    async stop() {
      await backend.stop()
      for (const left of [folder, ...copies]) rmSync(left, { recursive: true, force: true })
    },
    /** Something in the way of the documents folder. */
    blockDocuments() {
      mkdirSync(folder, { recursive: true })
      writeFileSync(path.join(folder, 'documents'), 'not a folder')
    },
    unblockDocuments() {
      rmSync(path.join(folder, 'documents'))
    },
  }
  if (disk !== undefined || enrols === 'never') return desk
  const form = { hqUrl: hq.url, code: await hq.enrolmentCode(centreId), deviceName: name }
  if (enrols === 'at the second try') {
    network = 'loses-answers'
    await backend.handlers['desk.enrol'](form)
    network = 'up'
  }
  const enrolled = await backend.handlers['desk.enrol'](form)
  if (!enrolled.ok) throw new Error(`not enrolled: ${enrolled.code}`)
  const trouble = await desk.sync()
  if (trouble) throw new Error(`no first exchange: ${trouble}`)
  await desk.choose(role)
  return desk
}
