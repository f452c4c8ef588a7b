/**
 * The addresses of our own protocol. Two hosts, so that a paper (which may style itself inline) is never the same origin
 * as the window (which may call main).
 */
export const APP_SCHEME = 'app'
const WINDOW_HOST = 'pupitre'
const PAPER_HOST = 'paper'

/** The page the window opens on. */
export const APP_ENTRY = `${APP_SCHEME}://${WINDOW_HOST}/index.html`

export function paperAddress(token: string): string {
  return `${APP_SCHEME}://${PAPER_HOST}/${token}`
}

// `URL.origin` is "null" for a scheme Node does not know: protocol and host are compared instead.
function isOn(address: string, host: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.protocol === `${APP_SCHEME}:` && url.host === host && url.username === ''
}

export function isWindowAddress(address: string): boolean {
  return isOn(address, WINDOW_HOST)
}

export function isPaperAddress(address: string): boolean {
  return isOn(address, PAPER_HOST)
}

/** Where the window shows a paper in a frame: `preview/<token>`, beside its own page. */
const PREVIEW_PATH = '/preview/'

/** The token of a paper to show in a frame; null of any other address. */
export function previewToken(address: string): string | null {
  const path = isWindowAddress(address) ? new URL(address).pathname : ''
  return path.startsWith(PREVIEW_PATH) ? path.slice(PREVIEW_PATH.length) : null
}
