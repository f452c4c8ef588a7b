import { homedir } from 'node:os'

/** What whoever starts the host may say, through the environment. */
export type HostOptions = {
  /** `PUPITRE_HEADLESS=1`, or no display to open a window on. */
  headless: boolean
  /** `PUPITRE_DEBUG_PORT`: port on which a test attaches to the browser (0 = any free one, said on stderr). */
  debugPort: string | null
  /** `PUPITRE_HOST_DOCUMENTS`, or the person's own folder: where files are saved and looked for, since nobody can be asked. */
  documents: string
  /** `PUPITRE_HOST_ANSWER`: what to press when main asks something, by any part of the button's words. */
  answer: string | null
}

export const hostOptions: HostOptions = {
  headless: process.env.PUPITRE_HEADLESS === '1' || !hasDisplay(),
  debugPort: process.env.PUPITRE_DEBUG_PORT || null,
  documents: process.env.PUPITRE_HOST_DOCUMENTS || homedir(),
  answer: process.env.PUPITRE_HOST_ANSWER || null,
}

/** Whether a window can be seen. Windows and macOS always have a screen. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** One line on stderr, told apart from the application's own. */
export function say(line: string): void {
  process.stderr.write(`[chromium-host] ${line}\n`)
}
