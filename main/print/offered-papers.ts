import { randomUUID } from 'node:crypto'

/** Papers waiting to be printed, in memory only: they name people, so they never touch the disk as HTML. */
const papers = new Map<string, string>()

/** Offers a page under a token nobody can guess, until it is withdrawn. */
export function offerPaper(html: string): { token: string; withdraw: () => void } {
  const token = randomUUID()
  papers.set(token, html)
  return { token, withdraw: () => void papers.delete(token) }
}

/** The page offered under this token, if it is still. */
export function offeredPaper(token: string): string | undefined {
  return papers.get(token)
}
