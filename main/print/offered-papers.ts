import { randomUUID } from 'node:crypto'

/** A page to be made a PDF, as HTML, or the PDF itself, to be sent to a printer. */
export type OfferedPaper = string | Uint8Array

/** Papers waiting to be printed, in memory only: they name people, so they never touch the disk as HTML. */
const papers = new Map<string, OfferedPaper>()

/** Offers a page under a token nobody can guess, until it is withdrawn. */
export function offerPaper(paper: OfferedPaper): { token: string; withdraw: () => void } {
  const token = randomUUID()
  papers.set(token, paper)
  return { token, withdraw: () => void papers.delete(token) }
}

/** The page offered under this token, if it is still. */
export function offeredPaper(token: string): OfferedPaper | undefined {
  return papers.get(token)
}

/** Papers that the window shows: the last few, as somebody types; an earlier one may still be in the frame when the next is asked for. */
const previews = new Map<string, string>()
const MOST_PREVIEWS = 4

/** Offers a page to be shown in the window. @returns its token, good until a few more were offered */
export function offerPreview(html: string): string {
  const token = randomUUID()
  previews.set(token, html)
  for (const old of [...previews.keys()].slice(0, -MOST_PREVIEWS)) previews.delete(old)
  return token
}

/** The page shown under this token, if it is still. */
export function offeredPreview(token: string): string | undefined {
  return previews.get(token)
}
