import type { Page } from 'playwright'
import { installedElectron } from '../tools/electron-runtime.ts'
import { openInChromium } from './desk-in-chromium.ts'
import { openInElectron } from './desk-in-electron.ts'

export type DeskOptions = {
  /** Data folder of this PC; kept, so that it can be opened again. */
  userData: string
  hqUrl: string | null
  enrolmentCode: string | null
  /** What the PC is called when the code enrols it; ACCUEIL unless told. */
  deviceName?: string
  /** Where files are saved and looked for, as nobody can be asked; the person's own folder unless told. */
  documents?: string
  /** File holding the present instant (clock-file.ts); null = the machine's clock. */
  clockFile: string | null
  /** Inside of the window, in CSS pixels; 1366×768 unless told. */
  size?: { width: number; height: number }
  colorScheme?: 'light' | 'dark'
}

/** The built application, running as a person would run it, and its window to click in. */
export type Desk = {
  page: Page
  /** Quits in order and waits for the end. Throws, with the log, when the application does not end well. */
  close(): Promise<void>
  /** Kills it outright, as a power cut would, and waits until nothing of it is left. */
  kill(): Promise<void>
  /** What it has written so far, line by line. */
  log: string[]
  pid: number
}

/**
 * Opens the built application (`npm run build` first): in Electron when its runtime is there, else in the Chromium host;
 * unseen unless PUPITRE_HEADLESS=0. Throws with the application's own output when no window comes up within 30 s.
 */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const electron = installedElectron()
  const desk = await (electron === null ? openInChromium(options) : openInElectron(electron.path, options))
  try {
    await desk.page.setViewportSize(options.size ?? { width: 1366, height: 768 })
    await desk.page.emulateMedia({ colorScheme: options.colorScheme ?? 'light' })
    await desk.page.waitForLoadState()
    await desk.page.waitForFunction(() => 'api' in window)
    return desk
  } catch (error) {
    await desk.kill()
    throw new Error(`The window did not come up:\n${desk.log.join('\n')}`, { cause: error })
  }
}
