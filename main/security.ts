import { app, session, type WebContents } from 'electron'
import { isPaperAddress, isWindowAddress } from './app-address.ts'

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
  if (isWindowAddress(address) || isPaperAddress(address)) return true
  return ['data:', 'devtools:'].includes(new URL(address).protocol)
}

function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
