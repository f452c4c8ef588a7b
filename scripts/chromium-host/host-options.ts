/** What whoever starts the host may say, through the environment. */
export type HostOptions = {
  /** `PUPITRE_HEADLESS=1`, or no display to open a window on. */
  headless: boolean
  /** `PUPITRE_DEBUG_PORT`: port on which a test attaches to the browser (0 = any free one, said on stderr). */
  debugPort: string | null
}

export const hostOptions: HostOptions = {
  headless: process.env.PUPITRE_HEADLESS === '1' || !hasDisplay(),
  debugPort: process.env.PUPITRE_DEBUG_PORT || null,
}

/** Whether a window can be seen. Windows and macOS always have a screen. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** One line on stderr, told apart from the application's own. */
export function say(line: string): void {
  process.stderr.write(`[chromium-host] ${line}\n`)
}
