import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Handlers, SignalName, SignalPayload } from '../contract/ipc.ts'
import type { TroubleCode } from '../contract/refusals.ts'
import type { WindowLook } from '../contract/this-desk.ts'
import { nextSendAfter } from '../db/commands.ts'
import type { Db } from '../db/schema.ts'
import { readSyncState, saveSyncState } from '../db/sync-state.ts'
import type { Clock } from '../domain/time.ts'
import { answerExchanges } from './answers/exchanges.ts'
import { answerMoney } from './answers/money.ts'
import { answerPapers } from './answers/papers.ts'
import { answerRequests } from './answers/requests.ts'
import { answerSessions } from './answers/sessions.ts'
import { answerWordings } from './answers/wordings.ts'
import { createBackups } from './backups.ts'
import { createStatements } from './bank/statements.ts'
import { runClick } from './commands/run-click.ts'
import { undoClick } from './commands/undo-click.ts'
import { readKept, writeKept } from './kept.ts'
import { recallReading } from './last-reading.ts'
import { openDesk } from './open-desk.ts'
import { createAttestations } from './print/attestations.ts'
import { createConvocations } from './print/convocations.ts'
import { createDocuments } from './print/documents.ts'
import { createIssuing } from './print/issuing.ts'
import { forgetUnfinished } from './print/keep-pdf.ts'
import { createSending, NO_PRINTERS, type Printers } from './print/send-to-printer.ts'
import type { Printing } from './print/to-pdf.ts'
import { readDeskState } from './reads/desk-state.ts'
import { createRequestLists } from './reads/request-lists.ts'
import { readThisDesk } from './reads/this-desk.ts'
import { openSignIn } from './sign-in.ts'
import { enrolDevice, isLoopback } from './sync/enrol.ts'
import { createExchange } from './sync/exchange.ts'
import { otherCentresBringer } from './sync/other-centres.ts'
import { refetchAfterUpdate } from './sync/pull.ts'
import { createSchedule } from './sync/schedule.ts'

/** Which file is asked for: HQ's answer, the bank's statement, or the centre's logo. */
export type FileKind = 'rescue' | 'statement' | 'logo'

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
 * Lists that nobody has asked for are brought up to date so long after a change: what the window asks at once, of what was just clicked, does
 * not wait for them.
 */
const CATCH_UP_AFTER_MS = 250

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
  let leftInOrder = false
  const db = await openDesk(dataFolder, () => {
    leftInOrder = reading.stands()
    return leftInOrder
  })
  await refetchAfterUpdate(db, appVersion)
  // Among ten years of papers, looked for when somebody may have been cut short. Not waited for: nothing is written there before there is
  // a window.
  if (!leftInOrder)
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
  let isCatchUpDue = false
  function catchUp(): void {
    if (isCatchUpDue) return
    isCatchUpDue = true
    catchingUp = catchingUp
      .then(() => sleep(CATCH_UP_AFTER_MS, undefined, { signal }))
      .then(() => {
        isCatchUpDue = false
        return lists.catchUp(signal)
      })
      .catch((error: unknown) => {
        if (!signal.aborted) console.error('lists not brought up to date', error)
      })
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
  const issuing = createIssuing({
    ...{ db, folder: papersFolder, openFile: options.openFile, context: signIn.context },
    openPrinting: options.openPrinting ?? (() => ({ print: options.print, end: () => {} })),
    onProgress: (progress) => {
      for (const listener of listeners) listener('printing.progress', { progress })
    },
  })
  const convocations = createConvocations(db, issuing)
  const attestations = createAttestations(db, issuing)

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

  const { chooseWhere } = options
  const handlers: Handlers = {
    ...answerRequests({ db, clock, lists, documents }),
    ...answerSessions({ db, clock, chooseWhere }),
    ...answerMoney({ db, clock, lists, statements, chooseWhere, openFile: options.openFile }),
    ...answerPapers({
      ...{ documents, convocations, attestations, issuing, sending },
      changed: () => changed('rows'),
      poke: schedule.poke,
    }),
    ...answerWordings({ db, clock, random, chooseFile: options.chooseFile }),
    ...answerExchanges({
      ...{ db, clock, random, appVersion, operatorName: signIn.name, chooseWhere, chooseFile: options.chooseFile },
      ...{ isTroubled: () => exchange.untoldTrouble() !== null, changed },
    }),
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
      issuing.stop()
      await issuing.settled()
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
