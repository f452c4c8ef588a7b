import { BrowserWindow, type WebContents } from 'electron'

/** A window nobody sees, for a page to be printed from. @param viewer whether it may show a PDF, in Chromium's own viewer */
export function openUnseen({ viewer = false } = {}): BrowserWindow {
  // No preload: a paper has nothing to say to main.
  return new BrowserWindow({
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      plugins: viewer,
    },
  })
}

/** What a page is asked to do, or an error at once when its process dies, and in any case after the time told. */
export async function whileItLives<T>(page: WebContents, limitMs: number, work: Promise<T>): Promise<T> {
  const { promise: lost, reject } = Promise.withResolvers<never>()
  const gone = (_event: unknown, { reason }: { reason: string }) => reject(new Error(`the page is gone: ${reason}`))
  page.once('render-process-gone', gone)
  const timer = setTimeout(() => reject(new Error(`not done within ${limitMs / 1000} s`)), limitMs)
  // Asked of a page that died, some things are never answered, and others fail after this was told.
  work.catch(() => undefined)
  try {
    return await Promise.race([work, lost])
  } finally {
    clearTimeout(timer)
    page.off('render-process-gone', gone)
  }
}
