import { open } from 'node:fs/promises'
import type { LogoChosen } from '../contract/desk-wordings.ts'
import { MOST_LOGO_BYTES, readLogo } from '../domain/logo.ts'
import { newId } from './commands/context.ts'

/**
 * Asks for a logo and reads it, whatever the file is: never more of it than a logo may weigh.
 * @returns null when the person gives up
 */
export async function chooseLogo(
  chooseFile: () => Promise<string | null>,
  drawn: Parameters<typeof newId>[0],
): Promise<LogoChosen | null> {
  const file = await chooseFile()
  if (file === null) return null
  const bytes = await readStart(file, MOST_LOGO_BYTES + 1)
  if (bytes === null) return { ok: false, code: 'not-read' }
  const read = readLogo(bytes)
  if (typeof read === 'string') return { ok: false, code: read }
  return { ok: true, image: { imageId: newId(drawn), ...read, data: Buffer.from(bytes).toString('base64') } }
}

/** The first bytes of a file, all of them when it has no more; null when it cannot be read. */
async function readStart(file: string, most: number): Promise<Uint8Array | null> {
  try {
    const handle = await open(file)
    try {
      const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(most) })
      return buffer.subarray(0, bytesRead)
    } finally {
      await handle.close()
    }
  } catch {
    return null
  }
}
