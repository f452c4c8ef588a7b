import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'playwright/test'
import type { RequestRow } from '../../contract/desk.ts'
import { fullName } from '../../domain/candidate.ts'
import { formatMoney } from '../../text/format.ts'
import { COMMAND_TITLES } from '../../text/fr.ts'
import { POST_LETTER } from '../../text/papers/post-letters.ts'
import { CANDIDATE, TIMELINE_FILTER_WORDS } from '../../text/screens/candidate.ts'
import { PRINT_PAPERS } from '../../text/screens/print-papers.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { SEARCH } from '../../text/screens/search.ts'
import { brokenRules } from './accessibility.ts'
import { keepPicture } from './keep-picture.ts'
import { test } from './office.ts'

const SESSION = '2027-01'
const owes = ({ entries }: RequestRow) =>
  entries.length === 1 && entries[0]?.status === 'prevalidated' && entries[0].paid === 0 && !entries[0].pending

test('a telephone call by keyboard alone: found, read, answered, noted, and back to the list', async ({ office }) => {
  const { desk, hands } = await office.open()
  const { page } = desk
  const { keyboard } = page
  await hands.sitDownAs('secretary')
  await hands.filter(REQUESTS.filter.all)
  const { now } = await hands.state()
  const due = (await hands.requests(SESSION)).find(
    (request) => owes(request) && (request.entries[0]?.deadlineAt ?? '') > now && request.organisation === null,
  )
  if (!due) throw new Error('the sample has none')
  const { candidate } = due
  const name = fullName(candidate)
  const clean = async () => expect(await brokenRules(page)).toEqual([])

  // Somewhere down the list, a line has the focus.
  await page.getByRole('row').nth(1).focus()
  for (let line = 0; line < 30; line++) await keyboard.press('ArrowDown')
  const place = () => page.evaluate(() => document.querySelector('.requests .table-box')?.scrollTop ?? 0)
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
  const left = { scroll: await place(), line: await focused() }
  expect(left.scroll).toBeGreaterThan(0)

  await keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: SEARCH.title })
  await expect(field).toBeFocused()
  await keyboard.type((candidate.usageName ?? candidate.birthName).slice(0, 3))
  const option = page.getByRole('option').filter({ hasText: name }).first()
  await expect(option).toBeVisible()
  await clean()
  await keepPicture(page, 'desk', 'search')
  // Three letters may be those of several people: the arrows go to the one who calls.
  while ((await option.getAttribute('aria-selected')) !== 'true') await keyboard.press('ArrowDown')
  await keyboard.press('Enter')

  const dossier = page.getByRole('article', { name: CANDIDATE.page(name) })
  await expect(dossier.getByRole('heading', { level: 1, name })).toBeFocused()
  await expect(dossier.getByText(candidate.phone).first()).toBeVisible()
  const amount = formatMoney(due.entries[0]?.feeAmount ?? 0, 'EUR')
  const short = dossier.getByRole('region', { name: `${CANDIDATE.short}, ${name}` })
  await expect(short.getByText(amount)).toBeVisible()
  await expect(dossier.getByLabel(CANDIDATE.toSay)).toContainText(amount)
  await clean()
  await keepPicture(page, 'desk', 'dossier')

  await keyboard.press('n')
  const note = dossier.getByRole('textbox', { name: CANDIDATE.noteText })
  await expect(note).toBeFocused()
  const said = 'Enverra le chèque ce soir. Rappeler jeudi.'
  await keyboard.type(said)
  await keyboard.press('Control+Enter')
  await expect(page.getByText(CANDIDATE.noteSaved)).toBeVisible()
  const timeline = dossier.getByRole('region', { name: CANDIDATE.timeline })
  await expect(timeline.getByRole('listitem').first()).toContainText(said)
  await expect(note).toHaveValue('')

  // Half-typed, a note waits with this file.
  await keyboard.type('Deuxième')
  await keyboard.press('Escape')
  await expect(dossier).toHaveCount(0)
  expect({ scroll: await place(), line: await focused() }).toEqual(left)
  await keyboard.press('Control+k')
  // Nothing typed: the last person opened comes first.
  await expect(page.getByRole('option').first()).toContainText(name)
  await keyboard.press('Enter')
  await expect(note).toHaveValue('Deuxième')
  // What was said last is read before anything else.
  await expect(short).toContainText(said)

  await keyboard.press('c')
  await expect(dossier.getByRole('button', { name: CANDIDATE.copied })).toBeVisible()
  await note.fill('')
  await note.focus()
  await keyboard.press('Control+v')
  await expect(note).toHaveValue(/Bonjour .*\n\n/)
  expect((await note.inputValue()).replace(/\s/g, ' ')).toContain(amount.replace(/\s/g, ' '))
  await note.fill('')

  await timeline.getByRole('button', { name: TIMELINE_FILTER_WORDS.decisions }).click()
  await expect(timeline.getByText(COMMAND_TITLES['entry.prevalidate'])).toBeVisible()
  await expect(timeline.getByText(said)).toHaveCount(0)
  await keyboard.press('Alt+ArrowLeft')
  expect({ scroll: await place(), line: await focused() }).toEqual(left)
})

test('who was refused for want of seats: when and by whom, nothing « missing », and which software has some', async ({
  office,
}) => {
  const { desk, hands } = await office.open('rennes')
  const { page } = desk
  await hands.sitDownAs('secretary')
  const refused = (await hands.requests(SESSION)).find(({ entries }) => entries[0]?.refusal?.reason === 'full')
  if (!refused) throw new Error('the sample has none')
  const name = fullName(refused.candidate)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: SEARCH.title }).fill(name)
  await page.keyboard.press('Enter')
  const dossier = page.getByRole('article', { name: CANDIDATE.page(name) })
  await expect(dossier.getByLabel(CANDIDATE.toSay)).toContainText(
    /plus de place avec SAGE 50\. Ici, il reste \d+ places avec CIEL COMPTABILITE/,
  )
  await expect(dossier.getByText(/^Refusée le .* par .*Plus de place avec SAGE 50/)).toBeVisible()
  const short = dossier.getByRole('region', { name: `${CANDIDATE.short}, ${name}` })
  await expect(short).toContainText(CANDIDATE.overRefused(refused.entries[0]?.examCode ?? ''))
  const timeline = dossier.getByRole('region', { name: CANDIDATE.timeline })
  await timeline.getByRole('button', { name: TIMELINE_FILTER_WORDS.decisions }).click()
  await expect(timeline.getByRole('listitem')).toContainText([COMMAND_TITLES['entry.refuse']])

  // By post too, for who reads no mail: the same reason, in a PDF that is kept and found in the file.
  await dossier.getByRole('button', { name: PRINT_PAPERS.menuOf(name) }).click()
  await page.getByRole('menuitem', { name: PRINT_PAPERS.refusal }).click()
  const papers = dossier.getByRole('region', { name: CANDIDATE.papers })
  await expect(papers.getByText(POST_LETTER.names['refusal-letter'])).toBeVisible()
  const documents = path.join(office.folder, 'desk-rennes', 'documents')
  const [letter = ''] = readdirSync(documents).filter((file) => file.startsWith('Reponse-'))
  const text = execFileSync('pdftotext', ['-layout', path.join(documents, letter), '-'], { encoding: 'utf8' })
  expect(text.replace(/[\s\u00a0\u202f]+/g, ' ')).toContain('il n’y reste plus de place avec le logiciel choisi')

  // From the bottom of a long screen it opens at its top all the same, and the screen is found as it was left.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+1')
  const screen = page.locator('main')
  const scrolled = () => screen.evaluate((main) => main.scrollTop)
  await screen.evaluate((main) => main.scrollTo({ top: main.scrollHeight }))
  const left = await scrolled()
  expect(left).toBeGreaterThan(100)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: SEARCH.title }).fill(name)
  await page.keyboard.press('Enter')
  await expect(dossier.getByRole('heading', { level: 1, name })).toBeInViewport({ ratio: 1 })
  await page.mouse.move(700, 600)
  await page.mouse.wheel(0, 5000)
  await expect(dossier.getByRole('heading', { level: 1, name })).not.toBeInViewport()
  await page.keyboard.press('Escape')
  await expect(dossier).toHaveCount(0)
  expect(await scrolled()).toBe(left)
})

test('searching: by telephone, by date, nothing found, a paste, Ctrl+Entrée to the line in Demandes', async ({
  office,
}) => {
  const { desk, hands } = await office.open('rennes')
  const { page } = desk
  const { keyboard } = page
  await hands.sitDownAs('secretary')
  const [request] = await hands.requests(SESSION)
  if (!request) throw new Error('the sample has none')
  const { phone, bornOn } = request.candidate
  const name = fullName(request.candidate)
  await keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: SEARCH.title })
  const found = page.getByRole('option').filter({ hasText: name })
  await field.fill(phone.replace(/(\d\d)(?=\d)/g, '$1 '))
  await expect(found.first()).toBeVisible()
  const [year, month, day] = bornOn.split('-')
  await field.fill(`${Number(day)}/${Number(month)}/${year}`)
  await expect(found.first()).toBeVisible()
  // Under the name at birth somebody is found too, after those who use it, and it is marked.
  const married = (await hands.requests(SESSION)).find(
    ({ candidate: { usageName, birthName } }) =>
      usageName && !usageName.includes(birthName) && !/[^\p{L}]/u.test(birthName),
  )
  if (!married) throw new Error('the sample has none')
  await field.fill(married.candidate.birthName)
  const underBirthName = page.getByRole('option').filter({ hasText: fullName(married.candidate) })
  await expect(underBirthName.locator('.sub mark').first()).toHaveText(married.candidate.birthName)
  await field.fill('zzzzzz')
  await expect(page.getByText(SEARCH.noneText)).toBeVisible()
  expect(await brokenRules(page)).toEqual([])
  await keepPicture(page, 'desk', 'search none')
  await field.fill('a'.repeat(10_000))
  await expect(field).toHaveValue('a'.repeat(200))
  // Faster than any answer: Entrée means what is typed.
  await field.fill('')
  await keyboard.type(name.split(' ')[0] ?? '')
  await keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: REQUESTS.title, level: 1 })).toBeVisible()
  await expect(field).toHaveCount(0)
  await expect(page.getByRole('complementary')).toBeVisible()
})
