import { randomBytes } from 'node:crypto'
import path from 'node:path'
import type { TroubleCode } from '../contract/desk.ts'
import type { Handlers, Output, SignalName, SignalPayload } from '../contract/ipc.ts'
import { addAudit } from '../db/audit.ts'
import { openDatabase } from '../db/open.ts'
import { DatabaseProblem } from '../db/problem.ts'
import { getRow } from '../db/rows.ts'
import type { Db } from '../db/schema.ts'
import { readSyncState, saveSyncState } from '../db/sync-state.ts'
import type { Clock } from '../domain/time.ts'
import { PROBLEM_SENTENCES } from '../text/database.ts'
import { type ClickContext, newId } from './commands/context.ts'
import { runClick } from './commands/run-click.ts'
import { undoClick } from './commands/undo-click.ts'
import { createDocuments } from './print/documents.ts'
import { readDeskState } from './reads/desk-state.ts'
import { listOfferings } from './reads/offering-list.ts'
import { listPayments } from './reads/payment-list.ts'
import { readRequestFile } from './reads/request-file.ts'
import { listRequests } from './reads/request-list.ts'
import { listReviews } from './reads/review-list.ts'
import { listSittings } from './reads/sitting-list.ts'
import { enrolDevice } from './sync/enrol.ts'
import { createExchange, nextSendAt } from './sync/exchange.ts'
import { refetchAfterUpdate } from './sync/pull.ts'
import { createSchedule } from './sync/schedule.ts'

export type BackendOptions = {
  dataFolder: string
  clock: Clock
  /** Address proposed for enrolment, and used instead of the one kept when given: an embedded HQ may change its port. */
  hqUrl: string | null
  /** One-time code: enrols this PC by itself at the first start. */
  enrolmentCode: string | null
  deviceName?: string
  appVersion: string
  print: (html: string) => Promise<Uint8Array>
  openFile: (path: string) => Promise<void>
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

/** Why the application cannot open on this PC, as a sentence for the person in front of it. */
export class CannotOpen extends Error {
  readonly sentence: string

  constructor(sentence: string, options: { cause: unknown }) {
    super(sentence, options)
    this.sentence = sentence
  }
}

/**
 * Everything behind the window, without Electron: the database, the commands, the exchanges, the papers.
 * @throws CannotOpen when the database cannot be used (newer version, read-only, damaged, shared folder)
 */
export async function openBackend(options: BackendOptions): Promise<Backend> {
  const { clock, appVersion, dataFolder } = options
  const random = options.random ?? ((bytes) => randomBytes(bytes))
  const fetchHq = options.fetch ?? fetch
  const db = await openDesk(path.join(dataFolder, 'pupitre.sqlite'))
  await refetchAfterUpdate(db, appVersion)
  const state = await readSyncState(db)
  if (state.deviceId && options.hqUrl && options.hqUrl !== state.hqUrl)
    await saveSyncState(db, { hqUrl: options.hqUrl })

  const listeners = new Set<(name: SignalName, payload: SignalPayload<SignalName>) => void>()
  const changed = (what: SignalPayload<'desk.changed'>['what']) => {
    for (const listener of listeners) listener('desk.changed', { what })
  }
  const exchange = createExchange({ db, clock, appVersion, fetch: fetchHq, onChange: changed })
  const schedule = createSchedule({
    run: async () => (await enrolBySelf()) ?? (await exchange.run()),
    untilNextSend: async () => {
      const at = await nextSendAt(db)
      return at === null ? null : Date.parse(at) - Date.parse(clock.now())
    },
    random: () => (random(1)[0] ?? 0) / 256,
    onError: (error) => console.error('exchange failed', error),
  })
  let operatorName = ''
  const documents = createDocuments({
    db,
    clock,
    random,
    folder: path.join(dataFolder, 'documents'),
    print: options.print,
    openFile: options.openFile,
    operatorName: () => operatorName,
  })

  async function enrol(hqUrl: string, code: string, deviceName: string): Promise<Output<'desk.enrol'>> {
    const trouble = await enrolDevice(db, { hqUrl, code, deviceName, appVersion, fetch: fetchHq, clock, random })
    if (trouble) return { ok: false, code: trouble }
    changed('phase')
    return { ok: true, value: {} }
  }

  /** The first start with an embedded HQ: the code came with it, nobody has to type it. */
  async function enrolBySelf(): Promise<TroubleCode | null> {
    const { deviceId, troubleSince } = await readSyncState(db)
    if (deviceId || !options.hqUrl || !options.enrolmentCode) return null
    const answer = await enrol(options.hqUrl, options.enrolmentCode, options.deviceName ?? 'ACCUEIL')
    if (answer.ok) return null
    await saveSyncState(db, { trouble: answer.code, troubleSince: troubleSince ?? clock.now() })
    changed('phase')
    return answer.code
  }

  async function clickContext(): Promise<ClickContext> {
    const { deviceId, series, centreId, operatorId } = await readSyncState(db)
    const operator = operatorId ? await getRow(db, 'operator', operatorId) : null
    if (!deviceId || !series || !centreId || !operator?.active) throw new Error('nobody has been chosen at this desk')
    return { clock, random, deviceId, series, centreId, operator }
  }

  async function chooseOperator(operatorId: string | null): Promise<boolean> {
    const operator = operatorId === null ? null : await getRow(db, 'operator', operatorId)
    if (operatorId !== null && !operator?.active) return false
    await saveSyncState(db, { operatorId })
    await addAudit(db, {
      id: newId({ clock, random }),
      at: clock.now(),
      operatorName: operator?.name ?? operatorName,
      kind: operator ? 'operator-chosen' : 'operator-left',
      detail: {},
    })
    operatorName = operator?.name ?? ''
    changed('phase')
    return true
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
      const answer = await enrol(hqUrl, code, deviceName)
      if (answer.ok) schedule.poke()
      return answer
    },
    'operator.choose': async ({ operatorId }) => ({ ok: await chooseOperator(operatorId) }),
    'operator.leave': async () => {
      await chooseOperator(null)
      return {}
    },
    'request.list': ({ sessionId }) => listRequests(db, sessionId),
    'request.file': ({ requestId }) => readRequestFile(db, requestId),
    'offering.list': ({ sessionId }) => listOfferings(db, sessionId),
    'sitting.list': ({ sessionId }) => listSittings(db, sessionId),
    'payment.list': ({ sessionId }) => listPayments(db, sessionId),
    'review.list': () => listReviews(db),
    'document.list': ({ sessionId }) => documents.list(sessionId),
    'document.open': async (request) => {
      const answer = await documents.open(request)
      changed('rows')
      return answer
    },
    'command.run': async ({ drafts }) => {
      const answer = await runClick(db, drafts, await clickContext())
      changed('rows')
      schedule.poke()
      return answer
    },
    'command.undo': async ({ clickId }) => {
      const undone = await undoClick(db, clickId, clock.now())
      if (undone) {
        await addAudit(db, {
          id: newId({ clock, random }),
          at: clock.now(),
          operatorName,
          kind: 'click-undone',
          detail: { clickId },
        })
        changed('rows')
      }
      return { undone }
    },
    'sync.now': async () => {
      const trouble = await schedule.now()
      return trouble ? { ok: false, code: trouble } : { ok: true, value: {} }
    },
  }

  const { operatorId } = await readSyncState(db)
  operatorName = (operatorId && (await getRow(db, 'operator', operatorId))?.name) || ''
  return {
    handlers,
    db,
    onSignal(listener) {
      const forward = listener as (name: SignalName, payload: SignalPayload<SignalName>) => void
      listeners.add(forward)
      return () => listeners.delete(forward)
    },
    start: schedule.start,
    setVisible: schedule.setVisible,
    async stop() {
      await schedule.stop()
      await exchange.settled()
      await db.destroy()
    },
  }
}

async function openDesk(file: string): Promise<Db> {
  try {
    return await openDatabase(file)
  } catch (error) {
    if (error instanceof DatabaseProblem)
      throw new CannotOpen(PROBLEM_SENTENCES[error.code](error.path), { cause: error })
    throw error
  }
}
