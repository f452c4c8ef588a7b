import { inflateRawSync } from 'node:zlib'

/** The files of a ZIP archive (APPNOTE 4.3), by name, as text; read from its central directory. */
export function readZip(zip: Uint8Array): Map<string, string> {
  const bytes = Buffer.from(zip)
  const files = new Map<string, string>()
  for (let at = bytes.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1')) {
    const [method, size, nameLength] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
    ]
    const local = bytes.readUInt32LE(at + 42)
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const data = bytes.subarray(from, from + size)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    files.set(name, (method === 0 ? data : inflateRawSync(data)).toString('utf8'))
  }
  return files
}
