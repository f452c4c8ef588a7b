import { spawn } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type {
  Dialog,
  MenuItemConstructorOptions,
  MessageBoxOptions,
  MessageBoxReturnValue,
  NativeTheme,
  OpenDialogOptions,
  OpenDialogReturnValue,
  SafeStorage,
  SaveDialogOptions,
  SaveDialogReturnValue,
  Screen,
  Shell,
} from 'electron'
import { hasDisplay, hostOptions, say } from './host-options.ts'

/** What Electron takes from the desktop around the window. */

type Dialogs = {
  showErrorBox: Dialog['showErrorBox']
  showSaveDialog: (options: SaveDialogOptions) => Promise<SaveDialogReturnValue>
  showOpenDialog: (options: OpenDialogOptions) => Promise<OpenDialogReturnValue>
  showMessageBox: (options: MessageBoxOptions) => Promise<MessageBoxReturnValue>
}

/** Nobody can be asked here: a file is saved where it is proposed, and the newest of its kind in the documents folder is opened. */
export const dialog: Dialogs = {
  showErrorBox: (title, content) => say(`${title} : ${content}`),
  async showSaveDialog({ defaultPath = '' }) {
    say(`saves ${defaultPath}`)
    return { canceled: false, filePath: defaultPath }
  },
  async showOpenDialog({ filters = [] }) {
    const newest = newestFile(hostOptions.documents, new Set(filters.flatMap(({ extensions }) => extensions)))
    say(newest === null ? `finds no file to open in ${hostOptions.documents}` : `opens ${newest}`)
    return { canceled: newest === null, filePaths: newest === null ? [] : [newest] }
  },
  /** The answer is `PUPITRE_HOST_ANSWER`, the label of a button; without it, or without such a button, the question counts as closed. */
  async showMessageBox({ message, detail = '', buttons = [], cancelId = 0 }) {
    for (const line of [message, ...detail.split('\n'), ...buttons.map((button) => `[${button}]`)]) say(line)
    const wanted = hostOptions.answer
    const pressed = wanted === null ? -1 : buttons.findIndex((button) => button.includes(wanted))
    return { response: pressed === -1 ? cancelId : pressed, checkboxChecked: false }
  },
}

function newestFile(folder: string, extensions: ReadonlySet<string>): string | null {
  const files = readdirSync(folder)
    .filter((name) => extensions.has(path.extname(name).slice(1)))
    .map((name) => path.join(folder, name))
  return files.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0] ?? null
}

export const shell: Pick<Shell, 'openPath'> = {
  async openPath(file) {
    say(`opens ${file}`)
    if (hostOptions.headless || !hasDisplay()) return ''
    return openWithDesktop(file)
  },
}

function openWithDesktop(file: string): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>()
  const reader = spawn('xdg-open', [file], { detached: true, stdio: 'ignore' })
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

/** A browser's own parts follow nobody; the page dresses itself. */
export const nativeTheme: Pick<NativeTheme, 'shouldUseDarkColors' | 'themeSource'> = {
  shouldUseDarkColors: false,
  themeSource: 'system',
}

const workArea = { width: 1366, height: 768 }

/** The work area as the browser sees it, known once it has started. */
export function setWorkArea(size: { width: number; height: number }): void {
  Object.assign(workArea, size)
}

export const screen = {
  getPrimaryDisplay: onlyDisplay,
  getAllDisplays: () => [onlyDisplay()],
} satisfies { getPrimaryDisplay: () => SomeDisplay; getAllDisplays: () => SomeDisplay[] }

type SomeDisplay = Pick<ReturnType<Screen['getPrimaryDisplay']>, 'id' | 'workArea'>

function onlyDisplay(): SomeDisplay {
  return { id: 1, workArea: { x: 0, y: 0, ...workArea } }
}
