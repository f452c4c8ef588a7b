import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Marked, type Token, type Tokens } from 'marked'
import type { GuidePage, GuideSection } from '../../text/guide-page.ts'

/** Where the guide begins: every other page is reached from it by links. */
const FIRST_PAGE = 'index'
const NBSP = '\u00a0'

type Source = { slug: string; title: string; tokens: Token[]; headings: Map<Tokens.Heading, string> }

/**
 * The operator's guide, from Markdown to what the window shows. The build alone calls it: at run time nothing is parsed.
 * @param folder its pages, one subject each: the name of the file is the slug, the first line its title
 * @throws with one line for each fault: markup of the page's own, an image, a link that leads nowhere, a page that no link reaches
 */
export function readGuide(folder: string): GuidePage[] {
  const faults: string[] = []
  const sources = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .toSorted()
    .map((name) => readSource(name.slice(0, -'.md'.length), readFileSync(path.join(folder, name), 'utf8'), faults))
  const known = new Map(sources.map((source) => [source.slug, new Set(source.headings.values())]))
  const links = new Map<string, string[]>()
  const pages = sources.map((source) => {
    const linked: string[] = []
    links.set(source.slug, linked)
    const say = (fault: string) => faults.push(`${source.slug}.md: ${fault}`)
    return {
      slug: source.slug,
      title: source.title,
      html: htmlOf(source, known, linked, say),
      sections: sectionsOf(source),
    }
  })
  const reached = reachedFrom(FIRST_PAGE, links)
  for (const { slug } of pages)
    if (!reached.has(slug)) faults.push(`${slug}.md: no link leads to it from ${FIRST_PAGE}.md`)
  if (faults.length > 0) throw new Error(`docs/guide:\n${faults.join('\n')}`)
  return pages
}

function readSource(slug: string, text: string, faults: string[]): Source {
  const [title, ...tokens] = new Marked().lexer(withHardSpaces(text))
  const titled = title?.type === 'heading' && title.depth === 1
  if (!titled) faults.push(`${slug}.md: its first line is not its title (# …)`)
  const headings = new Map<Tokens.Heading, string>()
  for (const token of tokens) {
    if (token.type !== 'heading') continue
    const id = anchorOf(plainText(token))
    if ([...headings.values()].includes(id)) faults.push(`${slug}.md: two headings are #${id}`)
    headings.set(token as Tokens.Heading, id)
  }
  return { slug, title: titled ? plainText(title) : slug, tokens, headings }
}

/** French signs never begin a line: the pages are written with ordinary spaces. */
function withHardSpaces(text: string): string {
  return text.replaceAll(/ ([:;!?»€%])/g, `${NBSP}$1`).replaceAll('« ', `«${NBSP}`)
}

/** As the sites that show Markdown name a heading, so that the same link works there. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(NBSP, ' ')
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .trim()
    .replaceAll(' ', '-')
}

/** What a page shows. Whatever Markdown would let through as it stands (HTML, images, addresses) is a fault or plain text. */
function htmlOf(
  { slug, tokens, headings }: Source,
  known: ReadonlyMap<string, ReadonlySet<string>>,
  linked: string[],
  say: (fault: string) => void,
): string {
  const marked = new Marked({
    renderer: {
      heading(token) {
        // The window has its own first heading, and the title of the page is the second.
        const level = Math.min(token.depth + 1, 6)
        return `<h${level} id="guide-${headings.get(token) ?? ''}">${this.parser.parseInline(token.tokens)}</h${level}>\n`
      },
      link({ href, tokens: inner }) {
        const words = this.parser.parseInline(inner)
        // No address is opened by the window: it is read, and copied.
        if (/^https?:/.test(href))
          return words === href ? `<code>${words}</code>` : `${words} (<code>${escaped(href)}</code>)`
        const [file = '', heading = ''] = href.split('#')
        const page = file === '' ? slug : file.replace(/\.md$/, '')
        const there = file === '' || file.endsWith('.md') ? known.get(page) : undefined
        const anchor = decodeURIComponent(heading)
        if (!there || (anchor !== '' && !there.has(anchor))) say(`the link to ${href} leads nowhere`)
        linked.push(page)
        const at = anchor === '' ? '' : ` data-heading="${escaped(anchor)}"`
        return `<a href="?aide=${escaped(page)}" data-page="${escaped(page)}"${at}>${words}</a>`
      },
      image({ href }) {
        say(`an image (${href}): the guide has words only`)
        return ''
      },
      html({ text }) {
        say(`HTML (${text.trim().slice(0, 40)}): Markdown only`)
        return ''
      },
    },
  })
  return marked.parser(tokens)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

function sectionsOf({ title, tokens, headings }: Source): GuideSection[] {
  const sections: { id: string | null; title: string; words: string[] }[] = [{ id: null, title, words: [] }]
  for (const token of tokens) {
    const id = headings.get(token as Tokens.Heading)
    if (id !== undefined) sections.push({ id, title: plainText(token), words: [] })
    else sections.at(-1)?.words.push(plainText(token))
  }
  return sections.map(({ id, title, words }) => ({ id, title, text: words.join(' ').replaceAll(/\s+/g, ' ').trim() }))
}

/** The words of a token without its marks; blocks apart, a cell as a block. */
function plainText(token: Token): string {
  if (token.type === 'table') {
    const { header, rows } = token as Tokens.Table
    return [header, ...rows].map((row) => row.map((cell) => cell.tokens.map(plainText).join('')).join(' ')).join(' ')
  }
  if (token.type === 'list') return (token as Tokens.List).items.map(plainText).join(' ')
  const inner = 'tokens' in token ? token.tokens : undefined
  if (inner && inner.length > 0) return inner.map(plainText).join(token.type === 'list_item' ? ' ' : '')
  return token.type === 'space' ? ' ' : 'text' in token && typeof token.text === 'string' ? token.text : ' '
}

function reachedFrom(first: string, links: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set<string>()
  const toVisit = [first]
  for (let page = toVisit.pop(); page !== undefined; page = toVisit.pop()) {
    if (reached.has(page)) continue
    reached.add(page)
    toVisit.push(...(links.get(page) ?? []))
  }
  return reached
}
