import { app, session, type WebContents } from 'electron'
import { isPaperAddress, isWindowAddress, previewToken } from './app-address.ts'

/**
 * Electron's security checklist, where it is code (docs/electron.md says where each point is proved). Called once ready,
 * before the first window: whatever opens later is closed to the outside by default.
 */
export function secureEverything(): void {
  denyPermissions()
  denyNetwork()
  app.on('web-contents-created', (_event, contents) => confine(contents))
}

function denyPermissions(): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  defaultSession.setPermissionCheckHandler(() => false)
  defaultSession.setDevicePermissionHandler(() => false)
}

/** The pages talk to main, and main alone talks to HQ: no page has any business on the network. */
function denyNetwork(): void {
  const { defaultSession } = session
  defaultSession.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOurs(details.url) }))
  defaultSession.on('will-download', (event) => event.preventDefault())
}

function isOurs(address: string): boolean {
  if (isWindowAddress(address) || isPaperAddress(address) || isPdfViewer(address)) return true
  return ['data:', 'devtools:'].includes(new URL(address).protocol)
}

function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame || !mayBeFramed(event.url, contents.getURL())) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** The parts of the PDF viewer where a paper is printed, and in the window the papers that it shows as they are typed. */
function mayBeFramed(address: string, page: string): boolean {
  return isPaperAddress(page) ? isPdfViewer(address) : previewToken(address) !== null
}

/**
 * Chromium's own PDF viewer and the parts that it is drawn with, from which a stored PDF is printed (`print/to-printer.ts`). Nothing of
 * the network. Extensions' addresses pass by a page's content policy, hence the look at who frames it.
 */
const PDF_VIEWER = ['chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/', 'chrome://resources/']

function isPdfViewer(address: string): boolean {
  return PDF_VIEWER.some((start) => address.startsWith(start))
}
