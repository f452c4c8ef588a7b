import { crc32, deflateSync } from 'node:zlib'
import type { LogoImage } from '../../domain/logo.ts'

/** A PNG of so many pixels, dark with a light border, so that both edges are seen on paper. */
export function aPng(width = 240, height = 120): Uint8Array<ArrayBuffer> {
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Buffer.alloc(width + 1, 40)
    row[0] = 0
    if (y < 4 || y >= height - 4) row.fill(200, 1)
    return row
  })
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits of grey.
  header.set([8, 0, 0, 0, 0], 8)
  const chunks = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return new Uint8Array(Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks]))
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** A JPEG of 8 by 4 pixels. */
export const A_JPEG = new Uint8Array(
  Buffer.from(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/wAALCAAEAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AH//Z',
    'base64',
  ),
)

export function aLogo(width = 240, height = 120): LogoImage {
  const data = Buffer.from(aPng(width, height)).toString('base64')
  return { imageId: '01890a5d-ac96-774b-bcce-b302099a8057', type: 'image/png', data, width, height }
}

export function aJpegLogo(): LogoImage {
  return { ...aLogo(), type: 'image/jpeg', data: Buffer.from(A_JPEG).toString('base64'), width: 8, height: 4 }
}
