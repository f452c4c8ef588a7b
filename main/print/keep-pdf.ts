import { createHash } from 'node:crypto'
import { mkdir, open, rename } from 'node:fs/promises'
import path from 'node:path'

/** Writes a PDF where it will be found again: whole and on the disk, or not at all. @returns its SHA-256 */
export async function keepPdf(folder: string, fileName: string, pdf: Uint8Array): Promise<string> {
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, fileName)
  const handle = await open(`${file}.part`, 'w')
  try {
    await handle.writeFile(pdf)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(`${file}.part`, file)
  return createHash('sha256').update(pdf).digest('hex')
}
