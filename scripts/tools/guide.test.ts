import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { HELP_TOPICS } from '../../text/screens/help.ts'
import { readGuide } from './guide.ts'

describe("the operator's guide", () => {
  // It throws when a link leads nowhere, or a page is out of reach.
  const pages = readGuide(path.join(import.meta.dirname, '../../docs/guide'))

  test('has a page for every (i), and an (i) could open every page', () => {
    expect(pages.map(({ slug }) => slug)).toEqual(Object.keys(HELP_TOPICS).toSorted())
  })

  test('says everything in words: nothing in it runs, is styled by itself, or leads out of the window', () => {
    for (const { html } of pages) {
      const tags = html.match(/<[^>]*>/g) ?? []
      expect(
        tags.filter((tag) => /<(script|style|img|iframe|form|input|button)|\s(on\w+|style|src)=/i.test(tag)),
      ).toEqual([])
      const links = tags.filter((tag) => tag.startsWith('<a'))
      expect(
        links.filter((tag) => !/^<a href="\?aide=[a-z-]+" data-page="[a-z-]+"( data-heading="[^"]+")?>$/.test(tag)),
      ).toEqual([])
    }
  })

  test('never begins a line with a sign that French keeps with the word before', () => {
    for (const { html } of pages) expect(html.match(/[ \n][:;!?»€%]/g) ?? []).toEqual([])
  })
})

describe('a guide', () => {
  const read = (files: Record<string, string>) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'pupitre-guide-'))
    try {
      for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text)
      return readGuide(folder)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }

  test('becomes HTML, and words by heading', () => {
    const [page] = read({
      'index.md': '# Le guide\n\nDu **gras**.\n\n## L’année <2026 ?\n\n| A | B |\n|---|---|\n| un | deux |',
    })
    expect(page).toMatchObject({
      slug: 'index',
      title: 'Le guide',
      sections: [
        { id: null, title: 'Le guide', text: 'Du gras.' },
        { id: 'lannée-2026', title: 'L’année <2026\u00a0?', text: 'A B un deux' },
      ],
    })
    expect(page?.html).toContain('<h3 id="guide-lannée-2026">L’année &lt;2026\u00a0?</h3>')
  })

  test('shows an address of elsewhere as words', () => {
    const [page] = read({ 'index.md': '# Titre\n\n[Le site](https://exemple.fr/?a=1&b=2), <https://exemple.fr>' })
    expect(page?.html).toContain(
      'Le site (<code>https://exemple.fr/?a=1&amp;b=2</code>), <code>https://exemple.fr</code>',
    )
  })

  test.each([
    ['a link to a page that is not there', '[x](nulle-part.md)', 'nulle-part.md leads nowhere'],
    ['a link to a heading that is not there', '[x](#rien)', '#rien leads nowhere'],
    ['a link to a heading that another page lacks', '[x](autre.md#rien)', 'autre.md#rien leads nowhere'],
    ['a link to a file that is no page', '[x](images/a.png)', 'images/a.png leads nowhere'],
    ['a link that would run', '[x](javascript:alert)', 'leads nowhere'],
    ['HTML', 'a <b onclick="x()">b</b>', 'HTML (<b onclick'],
    ['HTML of a whole block', '<script>x()</script>', 'HTML (<script>'],
    ['an image', '![x](a.png)', 'an image (a.png)'],
    ['two headings alike', '## Un\n\n## Un', 'two headings are #un'],
  ])('is refused for %s', (_case, text, fault) => {
    expect(() => read({ 'index.md': `# Titre\n\n[autre](autre.md)\n\n${text}`, 'autre.md': '# Autre' })).toThrow(fault)
  })

  test('is refused for a page that nothing leads to, and for one without a title', () => {
    const files = { 'index.md': '# Titre', 'seule.md': '# Seule', 'autre.md': 'Sans titre' }
    expect(() => read(files)).toThrow('seule.md: no link leads to it')
    expect(() => read(files)).toThrow('autre.md: its first line is not its title')
  })
})
