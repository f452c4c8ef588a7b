import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const REFERENCES = path.join(import.meta.dirname, 'references')
/** A point is 2.8 mm of the page: enough to see what moved, too little to see how a letter is drawn. */
const DPI = '9'
/** Of 255, on the grey of a point: another poppler stays under it, a line of text that has gone does not. */
const SEEN = 40
/** Of all points: a word more is under it, a line is not. */
const MOST_CHANGED = 0.006

type Grey = { width: number; height: number; points: Uint8Array }

/**
 * What is wrong with the first page of a paper beside the picture kept of it, in one sentence; null when it looks alike. Only with
 * PUPITRE_KEEP_REFERENCES is the picture kept, in place of the one before.
 */
export function paperUnlike(name: string, pdf: Uint8Array): string | null {
  const args = ['-gray', '-r', DPI, '-singlefile', '-']
  const drawn = execFileSync('pdftoppm', args, { input: pdf })
  const file = path.join(REFERENCES, `${name}.pgm`)
  if (process.env.PUPITRE_KEEP_REFERENCES !== undefined) {
    mkdirSync(REFERENCES, { recursive: true })
    writeFileSync(file, drawn)
    return null
  }
  if (!existsSync(file)) return `${name}: no picture is kept, PUPITRE_KEEP_REFERENCES=1 keeps one`
  const [now, before] = [greyOf(drawn), greyOf(readFileSync(file))]
  if (now.width !== before.width || now.height !== before.height) return `${name}: the page has another size`
  const changed = now.points.filter((point, index) => Math.abs(point - (before.points[index] ?? 0)) > SEEN).length
  const share = changed / now.points.length
  if (share <= MOST_CHANGED) return null
  return `${name}: ${(share * 100).toFixed(1)} % of the page is not as it was; if it is meant, PUPITRE_KEEP_REFERENCES=1`
}

/** A PGM as pdftoppm writes it: « P5 », width and height, 255, then a byte a point. */
function greyOf(pgm: Buffer): Grey {
  const head = /^P5\n(\d+) (\d+)\n255\n/.exec(pgm.subarray(0, 40).toString('latin1'))
  if (!head) throw new Error('not a grey picture')
  return { width: Number(head[1]), height: Number(head[2]), points: pgm.subarray(head[0].length) }
}
