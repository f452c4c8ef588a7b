import { shell } from 'electron'

export type OpenedDocument = { ok: true } | { ok: false; reason: string }

/** Opens a stored file in the system's own reader. Never throws: the paper exists whether a reader does or not. */
export async function openDocument(path: string): Promise<OpenedDocument> {
  const reason = await shell.openPath(path)
  return reason === '' ? { ok: true } : { ok: false, reason }
}
