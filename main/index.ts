import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import { shellText } from '../text/shell.ts'
import { declareAppProtocol, serveAppProtocol } from './app-protocol.ts'
import { type Backend, openBackend } from './backend.ts'
import { chooseFile, chooseWhere } from './choose-file.ts'
import { clockFrom } from './clock.ts'
import { sendSignal, serveIpc } from './ipc.ts'
import { stayModest } from './memory.ts'
import { setMenu } from './menu.ts'
import { openOrRestore, type Question } from './offer-backup.ts'
import { openDocument } from './open-document.ts'
import { openPrinting, printToPdf } from './print/to-pdf.ts'
import { listPrinters, printOnPaper } from './print/to-printer.ts'
import { secureEverything } from './security.ts'
import { startOptions } from './start-options.ts'
import { lookForUpdate } from './update.ts'
import { dressWindow, onVisibility, openWindow } from './window.ts'

/** How long the backend may take to put things down; a request to HQ may be on its way. */
const QUIT_TIME_LIMIT_MS = 10_000

const options = startOptions(process.env, app.isPackaged)

/** Once there is one. */
let window: BrowserWindow | null = null

stayModest()
boot()

// Not awaited at the top level: Electron is ready only once this module has been evaluated.
function boot(): void {
  if (options.dataFolder !== null) app.setPath('userData', options.dataFolder)
  app.enableSandbox()
  declareAppProtocol()
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  const ready = app.whenReady()
  const opening = openData()
  // Heard below, once somebody can be told.
  opening.catch(() => undefined)
  ready.then(() => start(opening)).catch(refuseToStart)
}

/** Opens what this PC keeps, while Electron makes itself ready; null when the person would rather quit. */
async function openData(): Promise<Backend | null> {
  const dataFolder = app.getPath('userData')
  const clock = clockFrom(options.clockFile)
  const open = () =>
    openBackend({
      dataFolder,
      clock,
      hqUrl: options.hqUrl,
      enrolmentCode: options.enrolmentCode,
      ...(options.deviceName === null ? {} : { deviceName: options.deviceName }),
      appVersion: app.getVersion(),
      print: printToPdf,
      openPrinting,
      openFile: openOrThrow,
      printers: { list: async () => (window ? await listPrinters(window) : []), print: printOnPaper },
      chooseWhere,
      chooseFile,
      dress: (look) => {
        if (window) dressWindow(window, look)
      },
    })
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const backend = await openOrRestore(open, { dataFolder, clock, random: randomBytes, timeZone, ask })
  if (backend) quitInOrder(backend)
  return backend
}

async function start(opening: Promise<Backend | null>): Promise<void> {
  const built = path.join(app.getAppPath(), 'dist')
  secureEverything()
  serveAppProtocol(path.join(built, 'renderer'))
  const backend = await opening
  if (backend === null) return app.exit(0)
  serveIpc(backend.handlers)
  setMenu()
  window = await openWindow(path.join(built, 'preload'), app.getPath('userData'))
  if (window === null) return
  connect(backend, window)
  backend.start()
  await lookForUpdate()
}

function connect(backend: Backend, window: BrowserWindow): void {
  backend.onSignal((name, payload) => sendSignal(window, name, payload))
  backend.setVisible(true)
  onVisibility(window, backend.setVisible)
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
    sendSignal(window, 'desk.opened-again', {})
  })
}

/** The last window closed ends the application, but only once the backend has put everything down. */
function quitInOrder(backend: Backend): void {
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    event.preventDefault()
    setTimeout(() => app.exit(1), QUIT_TIME_LIMIT_MS).unref()
    backend.stop().then(
      () => app.exit(0),
      (error: unknown) => {
        console.error('not stopped in order', error)
        app.exit(1)
      },
    )
  })
}

/** Closing the question presses its last button, which changes nothing. */
async function ask({ message, detail, buttons }: Question): Promise<number> {
  await app.whenReady()
  const cancelId = buttons.length - 1
  const type = buttons.length > 1 ? 'warning' : 'info'
  const { response } = await dialog.showMessageBox({
    type,
    title: 'Pupitre',
    message,
    detail,
    buttons,
    cancelId,
    defaultId: cancelId,
    noLink: true,
  })
  return response
}

async function openOrThrow(file: string): Promise<void> {
  const opened = await openDocument(file)
  if (!opened.ok) throw new Error(opened.reason)
}

/** A refusal (database read-only, from the future, on a network share) carries its French sentence; the rest is a bug. */
function refuseToStart(reason: unknown): void {
  console.error('not started', reason)
  dialog.showErrorBox(shellText.cannotStart, sentenceOf(reason) ?? shellText.unexpected(String(reason)))
  app.exit(1)
}

function sentenceOf(reason: unknown): string | null {
  if (typeof reason !== 'object' || reason === null || !('sentence' in reason)) return null
  return typeof reason.sentence === 'string' ? reason.sentence : null
}
