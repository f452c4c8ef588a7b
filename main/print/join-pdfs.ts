import { createHash } from 'node:crypto'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { NotJoinable, type PdfPart, readPdfPart, referenceIn, renumbered } from './pdf-part.ts'

/** Numbers of the objects that all parts share. */
const SHARED = {
  catalog: 1,
  info: 2,
  pages: 3,
  structTree: 4,
  parentTree: 5,
  idTree: 6,
  outlines: 7,
  document: 8,
} as const
const FIRST_FREE = 9

/** What is kept of the parts written so far: a few numbers for each, however long they are. */
type Joined = {
  pages: number[]
  pageCount: number
  documents: number[]
  /** Lists of the structure, by page: key and object. */
  nums: string[]
  nextKey: number
  cells: number[]
  firstHeading: number | null
  /** The last heading of the last part, held back until the one after it is known. */
  lastHeading: { number: number; dict: string } | null
  headings: number
}

/**
 * Joins PDFs that Chromium made into one, tagged as they are, with their headings one after the other. One part in memory at a time.
 * @param file where the one is to be: whole and on the disk, or not at all @param title of the whole
 * @returns its SHA-256
 * @throws NotJoinable when one of them is built in another way; the file system's errors
 */
export async function joinPdfs(parts: readonly string[], file: string, title: string): Promise<string> {
  const unfinished = `${file}.part`
  const handle = await open(unfinished, 'w')
  const hash = createHash('sha256')
  const offsets: number[] = []
  let position = 0
  const write = async (bytes: Buffer) => {
    await handle.writeFile(bytes)
    hash.update(bytes)
    position += bytes.length
  }
  const latin = (text: string) => write(Buffer.from(text, 'latin1'))
  /** Pieces of one part are written together: a call for each would cost more than the writing. */
  let pieces: Buffer[] = []
  let pending = 0
  const put = (number: number, dict: string, stream: Buffer | null = null) => {
    offsets[number] = position + pending
    const whole = stream
      ? [Buffer.from(`${number} 0 obj\n${dict} stream\n`, 'latin1'), stream, Buffer.from('\nendobj\n', 'latin1')]
      : [Buffer.from(`${number} 0 obj\n${dict}\nendobj\n`, 'latin1')]
    for (const piece of whole) pending += piece.length
    pieces.push(...whole)
  }
  const flush = async () => {
    const bytes = Buffer.concat(pieces)
    pieces = []
    pending = 0
    await write(bytes)
  }
  try {
    await latin('%PDF-1.4\n%\u00d3\u00eb\u00e9\u00e1\n')
    const joined: Joined = {
      ...{ pages: [], pageCount: 0, documents: [], nums: [], nextKey: 0, cells: [] },
      ...{ firstHeading: null, lastHeading: null, headings: 0 },
    }
    let free: number = FIRST_FREE
    for (const [index, path] of parts.entries()) {
      const part = readPdfPart(await readFile(path))
      if (index === 0) put(SHARED.info, infoOf(part, title))
      addPart(part, { base: free, nodes: `p${String(index).padStart(5, '0')}`, joined, put })
      free += part.size
      await flush()
    }
    for (const [number, dict] of sharedObjects(joined)) put(number, dict)
    if (joined.lastHeading) put(joined.lastHeading.number, joined.lastHeading.dict)
    await flush()
    await latin(tableOf(offsets, free, position))
    await handle.sync()
    await handle.close()
    await rename(unfinished, file)
    return hash.digest('hex')
  } catch (error) {
    await handle.close().catch(() => undefined)
    await rm(unfinished, { force: true })
    throw error
  }
}

type Adding = {
  base: number
  nodes: string
  joined: Joined
  put: (number: number, dict: string, stream?: Buffer | null) => void
}

function addPart(part: PdfPart, { base, nodes, joined, put }: Adding): void {
  const { root, catalog, info } = part
  // Named by the part's own document alone, which is now a part of the whole one.
  const taken = new Map<number, number>([[root.structTree, SHARED.document]])
  if (root.outlines !== null) taken.set(root.outlines, SHARED.outlines)
  const numberOf = (number: number) => taken.get(number) ?? number + base
  const dicts = new Map(part.objects.map(({ number, dict }) => [number, dict]))
  const dictOf = (number: number) => renumbered(dicts.get(number) ?? '', numberOf, nodes)
  const left = new Set([root.structTree, root.parentTree, root.idTree, root.outlines, catalog, info])
  const firstKey = joined.nextKey

  const tree = dictOf(root.parentTree)
  if (tree.includes('/Kids')) throw new NotJoinable('a tree of pages within a tree')
  for (const [, key, list] of tree.matchAll(/(\d+) (\d+) 0 R/g))
    joined.nums.push(`${Number(key) + firstKey} ${list} 0 R`)
  joined.nextKey = firstKey + numberIn(dicts.get(root.structTree) ?? '', 'ParentTreeNextKey')
  joined.documents.push(numberOf(referenceIn(dicts.get(root.structTree) ?? '', 'K')))
  if (root.idTree !== null)
    for (const [, kid] of dictOf(root.idTree).matchAll(/(\d+) 0 R/g)) joined.cells.push(Number(kid))

  const changed = new Map<number, string>()
  changed.set(root.pages, withKey(dictOf(root.pages), `/Parent ${SHARED.pages} 0 R`))
  joined.pages.push(numberOf(root.pages))
  joined.pageCount += numberIn(dicts.get(root.pages) ?? '', 'Count')
  if (root.outlines !== null) addHeadings(root.outlines, { dicts, dictOf, numberOf, changed, left, joined, put })

  for (const { number, dict, stream } of part.objects) {
    if (left.has(number)) continue
    const own = changed.get(number) ?? renumbered(dict, numberOf, nodes)
    const isPage = /^<<\/Type \/Page\n/.test(own)
    const keyed = isPage
      ? own.replace(/\/StructParents (\d+)/, (_, key) => `/StructParents ${Number(key) + firstKey}`)
      : own
    put(numberOf(number), keyed, stream)
  }
}

type Headings = {
  dicts: ReadonlyMap<number, string>
  dictOf: (number: number) => string
  numberOf: (number: number) => number
  changed: Map<number, string>
  left: Set<number | null>
  joined: Joined
  put: Adding['put']
}

/** The headings of a part come after those of the part before. */
function addHeadings(outlines: number, { dicts, dictOf, numberOf, changed, left, joined, put }: Headings): void {
  const dict = dicts.get(outlines) ?? ''
  const first = referenceIn(dict, 'First')
  const last = referenceIn(dict, 'Last')
  joined.headings += numberIn(dict, 'Count')
  joined.firstHeading ??= numberOf(first)
  const before = joined.lastHeading
  if (before) {
    put(before.number, withKey(before.dict, `/Next ${numberOf(first)} 0 R`))
    changed.set(first, withKey(dictOf(first), `/Prev ${before.number} 0 R`))
  }
  joined.lastHeading = { number: numberOf(last), dict: changed.get(last) ?? dictOf(last) }
  left.add(last)
}

function sharedObjects(joined: Joined): [number, string][] {
  const { pages, pageCount, documents, nums, nextKey, cells, firstHeading, lastHeading, headings } = joined
  const list = (numbers: readonly number[]) => numbers.map((number) => `${number} 0 R`).join(' ')
  const outlined = firstHeading !== null && lastHeading !== null
  const objects: [number, string][] = [
    [
      SHARED.catalog,
      `<</Type /Catalog\n/Pages ${SHARED.pages} 0 R\n/MarkInfo <</Type /MarkInfo\n/Marked true>>\n/StructTreeRoot ${SHARED.structTree} 0 R\n${outlined ? `/Outlines ${SHARED.outlines} 0 R\n` : ''}/ViewerPreferences <</Type /ViewerPreferences\n/DisplayDocTitle true>>\n/Lang (fr)>>`,
    ],
    [SHARED.pages, `<</Type /Pages\n/Count ${pageCount}\n/Kids [${list(pages)}]>>`],
    [
      SHARED.structTree,
      `<</Type /StructTreeRoot\n/K ${SHARED.document} 0 R\n/ParentTreeNextKey ${nextKey}\n/ParentTree ${SHARED.parentTree} 0 R\n/IDTree ${SHARED.idTree} 0 R>>`,
    ],
    [SHARED.document, `<</Type /StructElem\n/S /Document\n/P ${SHARED.structTree} 0 R\n/K [${list(documents)}]>>`],
    [SHARED.parentTree, `<</Type /ParentTree\n/Nums [${nums.join(' ')}]>>`],
    [SHARED.idTree, cells.length > 0 ? `<</Kids [${list(cells)}]>>` : '<</Names []>>'],
  ]
  if (outlined)
    objects.push([
      SHARED.outlines,
      `<</Type /Outlines\n/First ${firstHeading} 0 R\n/Last ${lastHeading.number} 0 R\n/Count ${headings}>>`,
    ])
  return objects
}

/** Everything the first part says of itself, but for its title. */
function infoOf({ objects, info }: PdfPart, title: string): string {
  const dict = objects.find(({ number }) => number === info)?.dict ?? '<<>>'
  const bytes = Buffer.from(`\ufeff${title}`, 'utf16le').swap16().toString('hex').toUpperCase()
  const rest = dict.replace(/\/Title (?:<[0-9A-F]*>|\((?:\\.|[^\\()])*\))\n?/s, '')
  return withKey(rest, `/Title <${bytes}>`)
}

function withKey(dict: string, key: string): string {
  return `${dict.slice(0, dict.lastIndexOf('>>'))}\n${key}>>`
}

function numberIn(dict: string, key: string): number {
  const found = new RegExp(`/${key} (\\d+)`).exec(dict)?.[1]
  if (found === undefined) throw new NotJoinable(`no /${key}`)
  return Number(found)
}

/** Where each object is; a number that nobody bears is free. */
function tableOf(offsets: readonly number[], size: number, start: number): string {
  let table = `xref\n0 ${size}\n0000000000 65535 f \n`
  for (let number = 1; number < size; number++) {
    const at = offsets[number]
    table += at === undefined ? '0000000000 65535 f \n' : `${String(at).padStart(10, '0')} 00000 n \n`
  }
  return `${table}trailer\n<</Size ${size}\n/Root ${SHARED.catalog} 0 R\n/Info ${SHARED.info} 0 R>>\nstartxref\n${start}\n%%EOF\n`
}
