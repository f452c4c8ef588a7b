import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import path from 'node:path'
import type { Handlers, SignalName, SignalPayload } from '../contract/ipc.ts'
import type { TroubleCode } from '../contract/refusals.ts'
import type { WindowLook } from '../contract/this-desk.ts'
import { nextSendAfter } from '../db/commands.ts'
import type { Db } from '../db/schema.ts'
import { readSyncState, saveSyncState } from '../db/sync-state.ts'
import type { Clock } from '../domain/time.ts'
import { WORDING_FIELDS } from '../domain/wording.ts'
import { createBackups } from './backups.ts'
import { createStatements } from './bank/statements.ts'
import { runClick } from './commands/run-click.ts'
import { undoClick } from './commands/undo-click.ts'
import { readKept, writeKept } from './kept.ts'
import { recallReading } from './last-reading.ts'
import { acknowledge } from './notices.ts'
import { openDesk } from './open-desk.ts'
import { createConvocations } from './print/convocations.ts'
import { createDocuments } from './print/documents.ts'
import { forgetUnfinished } from './print/keep-pdf.ts'
import { offerOnScreen } from './print/previews.ts'
import { samplePaper } from './print/sample-papers.ts'
import { createSending, NO_PRINTERS, type Printers } from './print/send-to-printer.ts'
import type { Printing } from './print/to-pdf.ts'
import { readArrivals } from './reads/arrival-list.ts'
import { readAwaitedMoney } from './reads/awaited-money.ts'
import { readCandidateFile } from './reads/candidate-file.ts'
import { readCashDay } from './reads/cash-day.ts'
import { checkReceipts } from './reads/check-receipts.ts'
import { checkSession } from './reads/check-session.ts'
import { listCheques } from './reads/cheque-list.ts'
import { listCreditTargets } from './reads/credit-targets.ts'
import { listDataChecks } from './reads/data-check-list.ts'
import { sumDataChecks } from './reads/data-check-sum.ts'
import { readDeskCounts } from './reads/desk-counts.ts'
import { readDeskState } from './reads/desk-state.ts'
import { listExchanges } from './reads/exchange-list.ts'
import { readOfferingHistory } from './reads/offering-history.ts'
import { listOfferings } from './reads/offering-list.ts'
import { listQueue } from './reads/offering-queue.ts'
import { listOtherCentres } from './reads/other-centres.ts'
import { listPayableRequests } from './reads/payable-requests.ts'
import { listPayments, readPayment } from './reads/payment-list.ts'
import { listQuarantine } from './reads/quarantine-list.ts'
import { listRecentCandidates } from './reads/recent-candidates.ts'
import { readRequestFile } from './reads/request-file.ts'
import { readRequests } from './reads/request-list.ts'
import { createRequestLists } from './reads/request-lists.ts'
import { readRequestIds, readRequestPage, readRequestPosition } from './reads/request-page.ts'
import { listReviews } from './reads/review-list.ts'
import { findEverything } from './reads/search.ts'
import { readSessionSum } from './reads/session-sum.ts'
import { readSessionTotals } from './reads/session-totals.ts'
import { listSittings } from './reads/sitting-list.ts'
import { listSoftware } from './reads/software-list.ts'
import { readThisDesk } from './reads/this-desk.ts'
import { readToday } from './reads/today.ts'
import { listIdentities } from './reads/today-files.ts'
import { saveAgenda } from './save-agenda.ts'
import { savePayments } from './save-payments.ts'
import { openSignIn } from './sign-in.ts'
import { enrolDevice, isLoopback } from './sync/enrol.ts'
import { createExchange } from './sync/exchange.ts'
import { otherCentresBringer } from './sync/other-centres.ts'
import { refetchAfterUpdate } from './sync/pull.ts'
import { createSchedule } from './sync/schedule.ts'

/** Which file is asked for: HQ's answer, or the bank's statement. */
export type FileKind = 'rescue' | 'statement'

export type BackendOptions = {
  dataFolder: string
  clock: Clock
  /** Address proposed for enrolment. */
  hqUrl: string | null
  /** One-time code: enrols this PC by itself at the first start. */
  enrolmentCode: string | null
  /** What this PC is called when it enrols by itself; the machine's own name by default. */
  deviceName?: string
  appVersion: string
  print: (html: string) => Promise<Uint8Array>
  /** Papers that follow each other; by default each is printed by itself. */
  openPrinting?: () => Printing
  openFile: (path: string) => Promise<void>
  /** Those of this PC; none by default. */
  printers?: Printers
  /** Asks where to write a file, given the name proposed; null when the person gives up. */
  chooseWhere: (name: string) => Promise<string | null>
  /** Asks which file to read; null when the person gives up. */
  chooseFile: (kind: FileKind) => Promise<string | null>
  /** Dresses the window itself; nothing where there is none. */
  dress?: (look: WindowLook) => void
  fetch?: typeof fetch
  random?: (bytes: number) => Uint8Array
}

export type Backend = {
  handlers: Handlers
  onSignal(listener: <N extends SignalName>(name: N, payload: SignalPayload<N>) => void): () => void
  start(): void
  stop(): Promise<void>
  setVisible(visible: boolean): void
  db: Db
}

/**
 * Everything behind the window, without Electron: the database, the commands, the exchanges, the papers.
 * @throws CannotOpen when the database cannot be used (newer version, read-only, damaged, shared folder)
 */
export async function openBackend(options: BackendOptions): Promise<Backend> {
  const { clock, appVersion, dataFolder } = options
  const papersFolder = path.join(dataFolder, 'documents')
  const random = options.random ?? ((bytes) => randomBytes(bytes))
  const fetchHq = options.fetch ?? fetch
  const reading = recallReading(dataFolder, clock.now())
  const db = await openDesk(dataFolder, reading.stands)
  await refetchAfterUpdate(db, appVersion)
  // Not waited for: nothing is written there before there is a window.
  forgetUnfinished(papersFolder).catch((error: unknown) => console.error('unfinished papers not forgotten', error))
  const state = await readSyncState(db)
  // An embedded HQ may change its port between two starts; an HQ of the network never moves behind the centre's back.
  if (state.hqUrl && options.hqUrl && isLoopback(state.hqUrl) && isLoopback(options.hqUrl))
    await saveSyncState(db, { hqUrl: options.hqUrl })

  const listeners = new Set<(name: SignalName, payload: SignalPayload<SignalName>) => void>()
  const closing = new AbortController()
  const { signal } = closing
  const lists = createRequestLists(db, clock)
  const statements = createStatements({ db, clock, chooseFile: () => options.chooseFile('statement') })
  let catchingUp: Promise<void> = Promise.resolve()
  const changed = (what: SignalPayload<'desk.changed'>['what']) => {
    for (const listener of listeners) listener('desk.changed', { what })
    if (what === 'freshness') return
    statements.forget()
    catchUp()
  }
  function catchUp(): void {
    catchingUp = catchingUp
      .then(() => lists.catchUp(signal))
      .catch((error) => console.error('lists not brought up to date', error))
  }
  const exchange = createExchange({
    ...{ db, clock, random, appVersion, fetch: fetchHq, signal, onChange: changed },
    besides: otherCentresBringer({ db, clock }),
  })
  const onError = (error: unknown) => console.error('exchange failed', error)
  const schedule = createSchedule({
    run: async () => (await enrolBySelf()) ?? (await exchange.run()),
    listen: exchange.listen,
    untilNextSend: async () => {
      const at = await nextSendAfter(db)
      return at === null ? null : Date.parse(at) - Date.parse(clock.now())
    },
    random: () => (random(1)[0] ?? 0) / 256,
    onError,
  })
  const backups = createBackups(db, {
    ...{ dataFolder, clock, random },
    onNotice: () => changed('freshness'),
    onError: (error) => console.error('backup failed', error),
  })
  const signIn = await openSignIn(db, clock, random)
  const documents = createDocuments({
    db,
    clock,
    random,
    folder: papersFolder,
    print: options.print,
    openFile: options.openFile,
    operatorName: signIn.name,
  })
  const sending = createSending({
    ...{ db, clock, random, dataFolder, folder: papersFolder, operatorName: signIn.name },
    printers: options.printers ?? NO_PRINTERS,
    chooseWhere: options.chooseWhere,
  })
  const convocations = createConvocations({
    ...{ db, folder: papersFolder, openFile: options.openFile, context: signIn.context },
    openPrinting: options.openPrinting ?? (() => ({ print: options.print, end: () => {} })),
    onProgress: (progress) => {
      for (const listener of listeners) listener('convocation.progress', { progress })
    },
  })

  let enrolling: Promise<TroubleCode | null> | null = null

  /** One at a time: a person and the first start may both be trying. */
  function enrol(hqUrl: string, code: string, deviceName: string): Promise<TroubleCode | null> {
    enrolling ??= enrolDevice(db, {
      hqUrl,
      code,
      deviceName,
      appVersion,
      fetch: fetchHq,
      signal,
      clock,
      random,
    }).finally(() => {
      enrolling = null
      changed('phase')
    })
    return enrolling
  }

  /** The first start with an embedded HQ: the code came with it, nobody has to type it. */
  async function enrolBySelf(): Promise<TroubleCode | null> {
    const { deviceId, troubleSince } = await readSyncState(db)
    if (deviceId || !options.hqUrl || !options.enrolmentCode) return null
    const trouble = await enrol(options.hqUrl, options.enrolmentCode, options.deviceName ?? hostname())
    if (trouble) await saveSyncState(db, { trouble, troubleSince: troubleSince ?? clock.now() })
    return trouble
  }

  const handlers: Handlers = {
    'desk.state': () =>
      readDeskState(db, {
        clock,
        appVersion,
        proposedHqUrl: options.hqUrl,
        isSyncing: exchange.isRunning,
        untoldTrouble: exchange.untoldTrouble,
      }),
    'desk.enrol': async ({ hqUrl, code, deviceName }) => {
      const trouble = await enrol(hqUrl, code, deviceName)
      if (trouble) return { ok: false, code: trouble }
      schedule.now().catch(onError)
      return { ok: true, value: {} }
    },
    'operator.choose': async ({ operatorId }) => {
      const ok = await signIn.choose(operatorId)
      changed('phase')
      return { ok }
    },
    'operator.leave': async () => {
      await signIn.leave()
      changed('phase')
      return {}
    },
    'desk.about': () => readThisDesk(db, dataFolder),
    'desk.open-folder': async ({ which }) => ({
      opened: await opens(options.openFile(which === 'papers' ? papersFolder : dataFolder)),
    }),
    'desk.dress': (look) => {
      options.dress?.(look)
      return {}
    },
    'kept.list': () => readKept(db, clock),
    'kept.set': async (kept) => {
      await writeKept(db, clock, kept)
      return {}
    },
    'today.read': ({ sessionId }) => readToday(db, clock, sessionId),
    'identity.list': ({ sessionId }) => listIdentities(db, clock, sessionId),
    'desk.counts': ({ sessionId }) => readDeskCounts(db, clock, sessionId),
    'request.page': (query) => readRequestPage(db, lists, query),
    'request.ids': (query) => readRequestIds(lists, query),
    'request.position': (question) => readRequestPosition(lists, question),
    'request.rows': ({ requestIds }) => readRequests(db, requestIds),
    'search.find': (query) => findEverything(db, lists, clock, query),
    'request.payable': ({ requestId }) => listPayableRequests(db, requestId),
    'request.file': ({ requestId }) => readRequestFile(db, requestId),
    'candidate.file': (query) => readCandidateFile(db, query, documents.listOf),
    'recent.list': ({ candidateIds }) => listRecentCandidates(db, clock, candidateIds),
    'offering.list': ({ sessionId }) => listOfferings(db, sessionId),
    'offering.queue': ({ offeringId }) => listQueue(db, offeringId),
    'offering.history': ({ offeringId }) => readOfferingHistory(db, offeringId),
    'software.list': () => listSoftware(db),
    'session.sum': ({ sessionId }) => readSessionSum(db, sessionId),
    'session.check': ({ sessionId }) => checkSession(db, clock, sessionId),
    'session.agenda': ({ sessionId }) => saveAgenda(db, sessionId, { clock, chooseWhere: options.chooseWhere }),
    'other-centre.list': ({ sessionId }) => listOtherCentres(db, sessionId),
    'data-check.list': ({ sessionId }) => listDataChecks(db, sessionId),
    'data-check.sum': ({ sessionId }) => sumDataChecks(db, sessionId),
    'sitting.list': ({ sessionId }) => listSittings(db, sessionId),
    'payment.list': ({ sessionId }) => listPayments(db, sessionId),
    'receipt.check': () => checkReceipts(db, clock),
    'payment.sum': ({ sessionId }) => readAwaitedMoney(db, lists, sessionId),
    'payment.read': ({ paymentId }) => readPayment(db, paymentId),
    'credit.targets': ({ paymentId }) => listCreditTargets(db, paymentId),
    'cheque.list': () => listCheques(db, clock),
    'cash.sum': ({ on }) => readCashDay(db, clock, on),
    'money.sum': ({ sessionId }) => readSessionTotals(db, sessionId),
    'payment.save': (wanted) => savePayments(db, wanted, options.chooseWhere),
    'statement.open': () => statements.open(),
    'statement.read': (query) => statements.read(query),
    'statement.search': (asked) => statements.search(asked),
    'review.list': () => listReviews(db),
    'quarantine.list': () => listQuarantine(db),
    'exchange.list': (query) => listExchanges(db, query, exchange.untoldTrouble() !== null),
    'arrival.list': ({ before }) => readArrivals(db, before),
    'notice.acknowledge': async ({ noticeId }) => {
      await acknowledge(db, noticeId, { clock, random, operatorName: signIn.name() })
      changed('freshness')
      return {}
    },
    'rescue.write': async () => {
      const { chooseWhere } = options
      const { writeDeparture } = await import('./rescue/write-departure.ts')
      const written = await writeDeparture(db, { clock, random, appVersion, operatorName: signIn.name(), chooseWhere })
      changed('rows')
      return written
    },
    'rescue.read': async () => {
      const chooseFile = () => options.chooseFile('rescue')
      const { readReturn } = await import('./rescue/read-return.ts')
      const read = await readReturn(db, { clock, random, appVersion, operatorName: signIn.name(), chooseFile })
      changed('rows')
      return read
    },
    'document.list': ({ sessionId }) => documents.list(sessionId),
    'document.open': async (request) => {
      const answer = await documents.open(request)
      changed('rows')
      return answer
    },
    'printer.list': ({ documentId }) => sending.printers(documentId),
    'document.print': (asked) => sending.print(asked),
    'document.save': ({ documentId }) => sending.save(documentId),
    'convocation.list': ({ sessionId }) => convocations.list(sessionId),
    'convocation.of': (who) => convocations.of(who),
    'convocation.print': async (asked) => {
      const printed = await convocations.print(asked)
      changed('rows')
      schedule.poke()
      return printed
    },
    'convocation.stop': () => {
      convocations.stop()
      return {}
    },
    'wording.preview': async ({ kind, text }) => ({
      token: offerOnScreen(await samplePaper({ db, clock }, kind, { [WORDING_FIELDS[kind]]: text })),
    }),
    'command.run': async ({ drafts }) => {
      const answer = await runClick(db, drafts, await signIn.context())
      changed('rows')
      schedule.poke()
      return answer
    },
    'command.undo': async ({ clickId }) => {
      const undone = await undoClick(db, clickId, { clock, random, operatorName: signIn.name() })
      changed('rows')
      return { undone }
    },
    'sync.now': async () => {
      const trouble = await schedule.now()
      return trouble ? { ok: false, code: trouble } : { ok: true, value: {} }
    },
  }

  return {
    handlers,
    db,
    onSignal(listener) {
      const forward = listener as (name: SignalName, payload: SignalPayload<SignalName>) => void
      listeners.add(forward)
      return () => listeners.delete(forward)
    },
    start() {
      schedule.start()
      backups.start()
      catchUp()
    },
    setVisible: schedule.setVisible,
    async stop() {
      closing.abort()
      convocations.stop()
      await convocations.settled()
      await schedule.stop()
      await exchange.settled()
      await backups.stop()
      await catchingUp
      await db.destroy()
      reading.leave()
    },
  }
}

/** Whether the system could show it: one without a file manager cannot, and that is no bug. */
async function opens(opening: Promise<void>): Promise<boolean> {
  try {
    await opening
    return true
  } catch {
    return false
  }
}
