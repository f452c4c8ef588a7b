import { spawn } from 'node:child_process'
import type { Dialog, MenuItemConstructorOptions, NativeTheme, SafeStorage, Screen, Shell } from 'electron'
import { hasDisplay, hostOptions, say } from './host-options.ts'

/** What Electron takes from the desktop around the window. */

export const dialog: Pick<Dialog, 'showErrorBox'> = {
  showErrorBox: (title, content) => say(`${title} : ${content}`),
}

export const shell: Pick<Shell, 'openPath'> = {
  async openPath(path) {
    say(`opens ${path}`)
    if (hostOptions.headless || !hasDisplay()) return ''
    return openWithDesktop(path)
  },
}

function openWithDesktop(path: string): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>()
  const reader = spawn('xdg-open', [path], { detached: true, stdio: 'ignore' })
  reader.once('error', (error) => resolve(error.message))
  reader.once('spawn', () => resolve(''))
  reader.unref()
  return promise
}

// A browser window has no menu of ours; the template is still built, so that a wrong one fails here too.
export const Menu = {
  buildFromTemplate: (items: MenuItemConstructorOptions[]) => ({ items }),
  setApplicationMenu: (_menu: unknown): void => {},
}

/** No key chain here: whoever keeps a secret must take the way meant for a machine without one. */
export const safeStorage: Pick<SafeStorage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString'> = {
  isEncryptionAvailable: () => false,
  encryptString: () => refuseEncryption(),
  decryptString: () => refuseEncryption(),
}

function refuseEncryption(): never {
  throw new Error('safeStorage is not available in the Chromium host')
}

export const nativeTheme: Pick<NativeTheme, 'shouldUseDarkColors'> = { shouldUseDarkColors: false }

const workArea = { width: 1366, height: 768 }

/** The work area as the browser sees it, known once it has started. */
export function setWorkArea(size: { width: number; height: number }): void {
  Object.assign(workArea, size)
}

export const screen = {
  getPrimaryDisplay: () => ({ workAreaSize: { ...workArea } }),
} satisfies { getPrimaryDisplay: () => Pick<ReturnType<Screen['getPrimaryDisplay']>, 'workAreaSize'> }
