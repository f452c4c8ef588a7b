import { rm, rmdir } from 'node:fs/promises'
import path from 'node:path'
import { addDocument, type KeptDocument, removeDocuments } from '../../db/documents.ts'
import type { Db } from '../../db/schema.ts'
import { joinPdfs } from './join-pdfs.ts'

type Joining = { db: Db; folder: string; newId: () => string; title: string; fileName: string }

/**
 * Makes one paper of several that were kept: one file to print, in their order. They go once it stands, with the folder that they were in.
 * @returns null when it cannot be made (a full disk): they stand
 */
export async function joinDocuments(
  parts: readonly KeptDocument[],
  { db, folder, newId, title, fileName }: Joining,
): Promise<KeptDocument | null> {
  const [first] = parts
  if (!first) return null
  const files = parts.map((part) => path.join(folder, part.fileName))
  const file = path.join(folder, fileName)
  try {
    const sha256 = await joinPdfs(files, file, title)
    const content = JSON.stringify(parts.flatMap((part) => JSON.parse(part.content)))
    const whole = { ...first, id: newId(), title, fileName, sha256, content }
    await addDocument(db, whole)
    await removeDocuments(
      db,
      parts.map(({ id }) => id),
    )
    for (const part of files) await rm(part, { force: true })
    for (const emptied of new Set(files.map(path.dirname))) await rmdir(emptied)
    return whole
  } catch (error) {
    console.error('papers not joined', error)
    return null
  }
}
