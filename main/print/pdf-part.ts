/** What a PDF made by Chromium is built of, as far as joining several needs it. Offsets are bytes from the start of the file. */
export type PdfPart = {
  /** Objects in the order of the file. Of one with a stream, `dict` is what comes before its bytes. */
  objects: readonly { number: number; dict: string; stream: Buffer | null }[]
  /** One more than the highest number. */
  size: number
  root: { pages: number; structTree: number; parentTree: number; idTree: number | null; outlines: number | null }
  catalog: number
  info: number
}

/** Not a PDF as Chromium writes them: it is left as it is. */
export class NotJoinable extends Error {}

const STREAM = '>> stream\n'
const END = '\nendobj'

/**
 * Reads a PDF that Chromium made: Skia writes plain objects, one cross-reference table, every length where it is used.
 * @throws NotJoinable
 */
export function readPdfPart(pdf: Buffer): PdfPart {
  const text = (from: number, to?: number) => pdf.toString('latin1', from, to)
  const tail = text(Math.max(0, pdf.length - 2048))
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN)
  const trailer = tail.slice(tail.lastIndexOf('trailer'))
  const table = Number.isNaN(start) ? null : /^xref\n0 (\d+)\n/.exec(text(start, start + 32))
  if (!table || text(0, 5) !== '%PDF-' || trailer.includes('/Encrypt'))
    throw new NotJoinable('no plain table of objects')
  const size = Number(table[1])
  const first = start + table[0].length
  const places: { number: number; at: number }[] = []
  for (let number = 1; number < size; number++) {
    const line = text(first + number * 20, first + number * 20 + 18)
    if (line.endsWith('n')) places.push({ number, at: Number(line.slice(0, 10)) })
  }
  places.sort((a, b) => a.at - b.at)
  const objects = places.map(({ number, at }, index) => {
    const end = places[index + 1]?.at ?? start
    const head = `${number} 0 obj\n`
    const raw = pdf.subarray(at + head.length, end)
    if (text(at, at + head.length) !== head) throw new NotJoinable(`object ${number} is not where it is said to be`)
    const cut = raw.indexOf(STREAM, 0, 'latin1')
    if (cut >= 0) {
      const bytes = raw.subarray(cut + STREAM.length, raw.lastIndexOf(END, undefined, 'latin1'))
      return { number, dict: raw.toString('latin1', 0, cut + 2), stream: bytes }
    }
    return { number, dict: raw.toString('latin1', 0, raw.lastIndexOf(END, undefined, 'latin1')), stream: null }
  })
  const dictOf = new Map(objects.map(({ number, dict }) => [number, dict]))
  const catalog = referenceIn(trailer, 'Root')
  const catalogDict = dictOf.get(catalog) ?? ''
  const structTree = referenceIn(catalogDict, 'StructTreeRoot')
  const structDict = dictOf.get(structTree) ?? ''
  return {
    ...{ objects, size, catalog },
    info: referenceIn(trailer, 'Info'),
    root: {
      ...{ pages: referenceIn(catalogDict, 'Pages'), structTree, parentTree: referenceIn(structDict, 'ParentTree') },
      idTree: structDict.includes('/IDTree') ? referenceIn(structDict, 'IDTree') : null,
      outlines: catalogDict.includes('/Outlines') ? referenceIn(catalogDict, 'Outlines') : null,
    },
  }
}

/** The object that a key of a dictionary names. @throws NotJoinable */
export function referenceIn(dict: string, key: string): number {
  const found = new RegExp(`/${key} (\\d+) 0 R`).exec(dict)?.[1]
  if (found === undefined) throw new NotJoinable(`no /${key}`)
  return Number(found)
}

/** Texts in parentheses, so that nothing in them is taken for what it looks like; references. */
const TEXT_OR_REFERENCE = /\((?:\\.|[^\\()])*\)|\b(\d+) 0 R\b/gs
const NODE_ID = /^\((?:p\d+)*node\d+\)$/

/**
 * A dictionary with other numbers in its references, and other names for the cells of its tables.
 * @param nodes what the names of cells begin with: two parts use the same ones
 */
export function renumbered(dict: string, numberOf: (number: number) => number, nodes: string): string {
  return dict.replace(TEXT_OR_REFERENCE, (whole, number: string | undefined) => {
    if (number !== undefined) return `${numberOf(Number(number))} 0 R`
    return NODE_ID.test(whole) ? `(${nodes}${whole.slice(1)}` : whole
  })
}
