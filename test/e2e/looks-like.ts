import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright'

const REFERENCES = path.join(import.meta.dirname, 'references')
/** A quarter of 1366×768: enough to see what moved, too little to see how a letter is drawn. */
const SMALL = { width: 342, height: 192 }
/** Pixels of the small picture on a side: 16 of the screen. */
const CELL = 4
/** Of 255, on the average colour of a cell: a letter drawn otherwise stays under it, a line of text that has gone does not. */
const SEEN = 20
/** Of all cells: less than the whole rail, more than a button. */
const MOST_CHANGED = 0.018

type Comparison = { small: string; changed: number }

/**
 * What is wrong with the screen beside the picture kept of it, in one sentence; null when it looks alike. Blurred into cells: another
 * Chromium draws the same screen. Only with PUPITRE_KEEP_REFERENCES is the picture kept, in place of the one before.
 */
export async function looksUnlike(page: Page, name: string, keepAt: string): Promise<string | null> {
  const now = await page.screenshot({ animations: 'disabled', scale: 'css' })
  const file = path.join(REFERENCES, `${name}.png`)
  const keep = process.env.PUPITRE_KEEP_REFERENCES !== undefined
  if (!keep && !existsSync(file)) return `${name}: no picture is kept, npm run screens -- --keep-references keeps one`
  const before = keep ? null : readFileSync(file).toString('base64')
  const asked = { now: now.toString('base64'), before, ...SMALL, cell: CELL, seen: SEEN }
  const { small, changed } = await page.evaluate(compare, asked)
  if (!keep && changed <= MOST_CHANGED) return null
  const kept = keep ? file : path.join(keepAt, `${name}.png`)
  mkdirSync(path.dirname(kept), { recursive: true })
  writeFileSync(kept, Buffer.from(small, 'base64'))
  if (keep) return null
  return `${name}: ${(changed * 100).toFixed(1)} % of the screen is not as it was, see ${kept}; if it is meant, npm run screens -- --keep-references`
}

type Asked = typeof SMALL & { now: string; before: string | null; cell: number; seen: number }

/** In the page, which knows how to read a picture. */
async function compare({ now, before, width, height, cell, seen }: Asked): Promise<Comparison> {
  const drawn = async (picture: string) => {
    const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(width, height)
    const brush = canvas.getContext('2d')
    if (!brush) throw new Error('no canvas')
    brush.imageSmoothingQuality = 'high'
    brush.drawImage(image, 0, 0, width, height)
    return { canvas, pixels: brush.getImageData(0, 0, width, height).data }
  }
  const { canvas, pixels } = await drawn(now)
  const blob = await canvas.convertToBlob({ type: 'image/png' })
  const small = btoa(Array.from(new Uint8Array(await blob.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(''))
  if (before === null) return { small, changed: 0 }
  const other = (await drawn(before)).pixels
  let cells = 0
  let changed = 0
  for (let top = 0; top < height; top += cell)
    for (let left = 0; left + cell <= width; left += cell) {
      const sums = [0, 0, 0]
      for (let y = top; y < top + cell; y++)
        for (let x = left; x < left + cell; x++)
          for (const colour of [0, 1, 2]) {
            const at = (y * width + x) * 4 + colour
            sums[colour] = (sums[colour] ?? 0) + (pixels[at] ?? 0) - (other[at] ?? 0)
          }
      cells++
      if (sums.some((sum) => Math.abs(sum) > seen * cell * cell)) changed++
    }
  return { small, changed: changed / cells }
}
