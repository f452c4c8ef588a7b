import { createHash } from 'node:crypto'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'

const UNFINISHED = '.part'

/** Writes a PDF where it will be found again: whole and on the disk, or not at all. @returns its SHA-256 */
export async function keepPdf(folder: string, fileName: string, pdf: Uint8Array): Promise<string> {
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, fileName)
  const unfinished = `${file}${UNFINISHED}`
  try {
    const handle = await open(unfinished, 'w')
    try {
      await handle.writeFile(pdf)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(unfinished, file)
  } catch (error) {
    // On a full disk, the room that it took is wanted back.
    await rm(unfinished, { force: true }).catch(() => undefined)
    throw error
  }
  return createHash('sha256').update(pdf).digest('hex')
}

/** Takes away what a power cut left half written. Before anything is written there. */
export async function forgetUnfinished(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  for (const name of names) if (name.endsWith(UNFINISHED)) await rm(path.join(folder, name), { force: true })
}
