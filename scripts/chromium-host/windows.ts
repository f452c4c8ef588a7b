import type { Page, Request } from 'playwright'

/** What the rest of the host needs to know of an open window. */
export type OpenWindow = {
  readonly page: Page | null
  /** Whether main prevents the page from going there by itself. */
  preventsNavigation(address: string): boolean
  /** Whether main denies the page a window of its own at that address. */
  deniesWindow(address: string): boolean
  destroy(): void
}

export const openWindows = new Set<OpenWindow>()

/** The window whose top frame makes this request, if it is one of main's. */
export function windowOf(request: Request): OpenWindow | undefined {
  const page = pageOf(request)
  return page === null ? undefined : [...openWindows].find((window) => window.page === page)
}

/** Whether a frame inside a page makes it. */
export function isOfInnerFrame(request: Request): boolean {
  try {
    return request.frame().parentFrame() !== null
  } catch {
    // The first request of a page that is only just opening has no frame yet.
    return false
  }
}

function pageOf(request: Request): Page | null {
  try {
    const frame = request.frame()
    return frame.parentFrame() === null ? frame.page() : null
  } catch {
    // The first request of a page that is only just opening has no frame yet.
    return null
  }
}
