import { expect, type Page } from 'playwright/test'
import type { RequestRow } from '../../contract/desk.ts'
import { nameOf } from '../../scripts/tour/people.ts'
import { REFUSAL_REASON_WORDS } from '../../text/fr.ts'
import { CANDIDATE } from '../../text/screens/candidate.ts'
import { REFUSE } from '../../text/screens/refuse.ts'
import { FILE } from '../../text/screens/request-file.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { brokenRules } from './accessibility.ts'
import { keepPicture } from './keep-picture.ts'
import { test } from './office.ts'

const SESSION = '2027-01'

const list = (page: Page) => page.getByRole('grid', { name: REQUESTS.table })
const lines = (page: Page) => list(page).locator('tbody tr[aria-rowindex]')
const line = (page: Page, request: RequestRow) =>
  list(page)
    .getByRole('row')
    .filter({ hasText: nameOf(request) })
/** The rows that have the keyboard. */
const focused = (page: Page) => list(page).locator('tbody tr:focus')
const head = (page: Page, column: keyof typeof REQUESTS.columns) =>
  list(page).getByRole('columnheader', { name: REQUESTS.columns[column] })
const bar = (page: Page) => page.getByRole('region', { name: REQUESTS.selection })
const namesIn = (page: Page) =>
  list(page)
    .getByRole('rowheader')
    .evaluateAll((all) => all.map((one) => one.firstChild?.textContent))

test('filters, order and columns: what is asked for is shown, said, and found again after a restart', async ({
  office,
}) => {
  const { desk, hands } = await office.open()
  const { page } = desk
  await hands.sitDownAs('secretary')
  const all = await hands.requests(SESSION)

  // By exam and software, with counts that follow; each filter goes by its cross, all of them at once.
  const asked = all.filter(({ entries }) => entries.some(({ examCode }) => examCode === 'ASCA-E1'))
  await hands.filter(REQUESTS.filter.all)
  await page.getByRole('button', { name: new RegExp(`^${REQUESTS.exam}\\s*:`) }).click()
  await page.getByRole('option', { name: 'ASCA-E1', exact: true }).click()
  await expect(page.getByRole('button', { name: new RegExp(`^${REQUESTS.filter.all} ${asked.length}$`) })).toBeVisible()
  await expect(list(page)).toHaveAttribute('aria-rowcount', String(asked.length + 1))
  await page.getByRole('button', { name: REQUESTS.addFilterLabel }).click()
  await page.getByRole('menuitem', { name: REQUESTS.payer }).click()
  await page.getByRole('option', { name: REQUESTS.candidatePays }).click()
  const paying = asked.filter(({ organisationId }) => organisationId === null)
  expect(paying.length).toBeLessThan(asked.length)
  await expect(list(page)).toHaveAttribute('aria-rowcount', String(paying.length + 1))
  await page.getByRole('button', { name: REQUESTS.removeFilter(REQUESTS.exam) }).click()
  await page.getByRole('button', { name: REQUESTS.clearNarrowing }).click()
  await expect(list(page)).toHaveAttribute('aria-rowcount', String(all.length + 1))

  // A telephone number as it is dictated; a paste gone wrong is cut, and said to be.
  const [someone] = all
  if (!someone) throw new Error('no request')
  await page.keyboard.press('/')
  const field = page.getByRole('searchbox', { name: REQUESTS.find })
  await expect(field).toBeFocused()
  await field.fill(someone.candidate.phone)
  await expect(lines(page)).toHaveCount(1)
  const [year, month, day] = someone.candidate.bornOn.split('-')
  await field.fill(`${Number(day)}/${Number(month)}/${year}`)
  await expect(line(page, someone)).toBeVisible()
  await field.fill('collé par erreur '.repeat(600))
  await expect(page.getByText(REQUESTS.textCut(200))).toBeVisible()
  await expect(page.getByText(/^Personne ne correspond/)).toBeVisible()
  await field.press('Escape')

  // Two criteria, by keyboard: the rank is seen and said.
  await head(page, 'town').waitFor({ state: 'detached' })
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: REQUESTS.columnsButton }).click()
  await page.getByRole('checkbox', { name: REQUESTS.columns.town }).check()
  await page.getByRole('checkbox', { name: REQUESTS.columns.deadline }).uncheck()
  const town = page.getByRole('checkbox', { name: REQUESTS.columns.town })
  await town.press('Alt+ArrowUp')
  await expect(page.getByText(REQUESTS.columnMoved(REQUESTS.columns.town, 12, 14))).toBeAttached()
  expect(await brokenRules(page)).toEqual([])
  await page.keyboard.press('Escape')
  await head(page, 'town').getByRole('button').press('Enter')
  await head(page, 'candidate').getByRole('button').press('Shift+Enter')
  await head(page, 'candidate').getByRole('button').press('Shift+Enter')
  await expect(head(page, 'town')).toHaveAttribute('aria-sort', 'ascending')
  await expect(head(page, 'candidate')).toHaveAccessibleName(`Candidat ${REQUESTS.sortedBy(2, true)}`)
  await expect(page.getByText(/^Trié par Ville croissant, puis Candidat décroissant/)).toBeAttached()
  // Its heads say at once how it will be sorted; rows are drawn a few a frame.
  const isByTown = async () => {
    const towns = await list(page).locator('td.c-town').allTextContents()
    return towns.length > 20 && towns.join() === towns.toSorted((a, b) => a.localeCompare(b, 'fr')).join()
  }
  await expect.poll(isByTown).toBe(true)
  await keepPicture(page, 'desk', 'requests-columns', 'light')

  // The next morning.
  await page.evaluate(() => globalThis.dispatchEvent(new Event('blur')))
  await desk.close()
  const again = await office.open()
  await expect(head(again.desk.page, 'town')).toHaveAttribute('aria-sort', 'ascending')
  await expect(head(again.desk.page, 'deadline')).toHaveCount(0)
  await expect(list(again.desk.page)).toHaveAttribute('aria-rowcount', String(all.length + 1))
})

test('several at once: what would happen is told before the click, in the order received', async ({ office }) => {
  const { desk, hands } = await office.open()
  const { page } = desk
  await hands.sitDownAs('secretary')
  const waiting = (await hands.requests(SESSION)).filter(({ entries }) =>
    entries.some(({ status }) => status === 'requested'),
  )
  // The last seat of an offering for three people: two are told why not.
  await lines(page).nth(0).getByRole('checkbox').click()
  await lines(page)
    .nth(5)
    .click({ modifiers: ['Shift'] })
  await expect(lines(page).locator('input:checked')).toHaveCount(6)
  await expect(bar(page).getByRole('status')).toHaveText(
    '6 sélectionnées : 3 peuvent être pré-validées, 3 non (CIEL COMPTABILITE, EXCEL 2017 complet).',
  )
  await bar(page).getByRole('button', { name: REQUESTS.which }).click()
  const which = page.getByRole('dialog')
  await expect(which.getByRole('listitem')).toHaveCount(6)
  await expect(which.getByText('CIEL COMPTABILITE, EXCEL 2017 : complet, les 14 places sont prises.')).toHaveCount(3)
  expect(await brokenRules(page)).toEqual([])
  await page.keyboard.press('Escape')
  // A range shrinks and grows from where it began; it is kept while the list is walked through.
  await lines(page)
    .nth(3)
    .click({ modifiers: ['Shift'] })
  await expect(lines(page).locator('input:checked')).toHaveCount(4)
  await lines(page)
    .nth(5)
    .click({ modifiers: ['Shift'] })
  await expect(lines(page).locator('input:checked')).toHaveCount(6)
  const possible = waiting.slice(0, 6).filter((_, index) => [0, 1, 5].includes(index))
  await page.keyboard.press('v')
  await expect(page.getByText(REQUESTS.prevalidated(3))).toBeVisible()
  await expect(bar(page)).toHaveCount(0)
  const after = new Map((await hands.requests(SESSION)).map((one) => [one.id, one]))
  for (const { id } of possible) expect(after.get(id)?.entries.map(({ status }) => status)).not.toContain('requested')
  // Just decided, they stay in sight under « En attente » until something else is looked at.
  for (const one of possible) await expect(line(page, one)).toBeVisible()
  await hands.filter(REQUESTS.filter.due)
  await hands.filter(REQUESTS.filter.waiting)
  for (const one of possible) await expect(line(page, one)).toHaveCount(0)
})

test('of a list of one exam, only that exam is answered; the rest of the same people later', async ({ office }) => {
  const { desk, hands } = await office.open()
  const { page } = desk
  await hands.sitDownAs('secretary')
  const exam = page.getByRole('button', { name: new RegExp(`^${REQUESTS.exam}\\s*:`) })
  await exam.click()
  await page.getByRole('option', { name: 'ASCA-E2' }).click()
  await expect(lines(page)).toHaveCount(7)
  // Six want the last seat: it is the turn of the first received.
  await expect(lines(page).nth(0).locator('.c-possible')).toContainText(REQUESTS.itsTurn)
  await expect(lines(page).nth(1).locator('.c-possible')).toContainText(REQUESTS.notItsTurn)
  await page.getByRole('checkbox', { name: REQUESTS.selectAll }).click()
  await expect(bar(page).getByRole('status')).toContainText('2 peuvent être pré-validées, 5 non')
  await expect(bar(page).getByRole('checkbox', { name: REQUESTS.onlyExam('ASCA-E2') })).toBeChecked()
  expect(await brokenRules(page)).toEqual([])
  // Nothing that is ticked is answered from another screen, or beside somebody who was looked for.
  await hands.go('papers')
  await hands.go('requests')
  await expect(bar(page)).toHaveCount(0)
  const everybody = page.getByRole('checkbox', { name: REQUESTS.selectAll })
  await everybody.click()
  await expect(bar(page)).toBeVisible()
  const [somebody] = (await hands.requests(SESSION)).filter(({ entries }) => entries[0]?.status === 'confirmed')
  if (!somebody) throw new Error('nobody is confirmed')
  await page.keyboard.press('Control+k')
  await page.keyboard.type(somebody.candidate.email)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: CANDIDATE.inList }).first().click()
  await expect(page.getByRole('complementary', { name: FILE.aside(nameOf(somebody)) })).toBeVisible()
  await expect(bar(page)).toHaveCount(0)
  await hands.close(nameOf(somebody))

  // Zoomed to 125 % on an office screen: no column is cut, and the file opens over the list where it stood.
  await page.setViewportSize({ width: 1093, height: 614 })
  await expect.poll(() => list(page).evaluate((one) => one.clientWidth - (one.parentElement?.clientWidth ?? 0))).toBe(0)
  await lines(page).nth(0).getByRole('rowheader').click()
  await expect(page.getByRole('complementary')).toBeVisible()
  await expect(lines(page).nth(0)).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 1366, height: 768 })
  await everybody.click()
  await bar(page)
    .getByRole('button', { name: REQUESTS.prevalidateMany(2, 'ASCA-E2') })
    .click()
  await expect(page.getByText(REQUESTS.prevalidated(2))).toBeVisible()
  const answered = (await hands.requests(SESSION)).filter(({ entries }) => entries.some(({ pending }) => pending))
  expect(answered).toHaveLength(2)
  for (const { entries } of answered)
    for (const { examCode, status } of entries) expect(status === 'requested').toBe(examCode !== 'ASCA-E2')

  // Several exams: one of them is left out in the file, and is what is answered next.
  await page.getByRole('button', { name: REQUESTS.clearNarrowing }).click()
  await page.getByRole('button', { name: REQUESTS.addFilterLabel }).click()
  await page.getByRole('menuitem', { name: REQUESTS.several }).click()
  const both = (await hands.requests(SESSION)).filter(({ entries }) => entries.length > 1)
  const one = both.find(({ entries }) =>
    entries.every(({ examCode, status }) => status === 'requested' && examCode.startsWith('ASCOM')),
  )
  if (!one) throw new Error('nobody asks for both')
  await expect(page.getByRole('button', { name: `${REQUESTS.filter.all} ${both.length}` })).toBeVisible()
  await hands.open(nameOf(one))
  const file = page.getByRole('complementary')
  await file.getByRole('checkbox', { name: FILE.chooseEntry('ASCOM-E1') }).click()
  await file.getByRole('button', { name: FILE.prevalidateSome('ASCOM-E2') }).click()
  await expect(page.getByText(REQUESTS.doneFor(REQUESTS.prevalidated(1), nameOf(one)))).toBeVisible()
  await file.getByRole('button', { name: REQUESTS.prevalidate, exact: true }).click()
  await expect
    .poll(async () => (await hands.requests(SESSION)).find(({ id }) => id === one.id)?.entries.map((e) => e.status))
    .toEqual(['prevalidated', 'prevalidated'])
})

test('by keyboard alone: walk, select, open, answer, and back where it was', async ({ office }) => {
  const { desk, hands } = await office.open()
  const { page } = desk
  await hands.sitDownAs('secretary')
  const waiting = (await hands.requests(SESSION)).filter(({ entries }) =>
    entries.some(({ status }) => status === 'requested'),
  )
  const [first, second, third] = waiting
  if (!first || !second || !third) throw new Error('too few wait')
  const { keyboard } = page
  await keyboard.press('j')
  await expect(focused(page)).toContainText(nameOf(first))
  await keyboard.press('j')
  await expect(focused(page)).toContainText(nameOf(second))
  await keyboard.press('Space')
  await keyboard.press('Shift+ArrowDown')
  await expect(bar(page).getByRole('status')).toContainText(REQUESTS.selected(2))
  await keyboard.press('Control+a')
  await expect(bar(page).getByRole('status')).toContainText(REQUESTS.selected(waiting.length))
  await keyboard.press('Escape')
  await expect(bar(page)).toHaveCount(0)
  await keyboard.press('k')
  await keyboard.press('k')
  await expect(focused(page)).toContainText(nameOf(first))
  // The file follows the list, the list keeps the keyboard.
  await keyboard.press('Enter')
  const file = (request: RequestRow) => page.getByRole('complementary', { name: FILE.aside(nameOf(request)) })
  await expect(file(first)).toBeVisible()
  await expect(
    file(first).getByText(REQUESTS.yesWith([REQUESTS.seatsOfExam(16, 40, 'ASCA-E1', 'CIEL COMPTABILITE', true)])),
  ).toBeVisible()
  // « Plus de place » while there are: said before it is done.
  const dialog = page.getByRole('dialog')
  await keyboard.press('x')
  await keyboard.press('1')
  await expect(dialog.getByRole('status').filter({ hasText: 'Il reste 16 places en ASCA-E1' })).toBeVisible()
  await keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await keyboard.press('ArrowDown')
  await expect(file(second)).toBeVisible()
  await expect(focused(page)).toContainText(nameOf(second))
  await keyboard.press('Escape')
  await expect(page.getByRole('complementary')).toHaveCount(0)
  await expect(focused(page)).toContainText(nameOf(second))
  await keyboard.press('v')
  await expect(page.getByText(REQUESTS.doneFor(REQUESTS.prevalidated(1), nameOf(second)))).toBeVisible()
  await expect(focused(page)).toContainText(nameOf(second))
  // Refused with one digit, after reading what the candidate will read.
  await keyboard.press('ArrowDown')
  await keyboard.press('x')
  await expect(dialog.getByText(REFUSE.noReason)).toBeVisible()
  // Full with one software is not full: the mail names the other.
  await keyboard.press('1')
  const letter = dialog.getByRole('article', { name: REFUSE.preview })
  await expect(letter).toContainText('ASCA-E2 avec SAGE 50, EXCEL 2017')
  await keyboard.press('5')
  await expect(dialog.getByRole('radio', { name: REFUSAL_REASON_WORDS['file-incomplete'] })).toBeChecked()
  await expect(letter).not.toContainText('ASCA-E2 avec')
  await expect(letter).toContainText(`Bonjour ${third.candidate.firstNames}`)
  await expect(letter).toContainText('La raison : le dossier est incomplet.')
  await dialog.getByRole('textbox', { name: REQUESTS.refuseText }).fill('Il manque la pièce d’identité.')
  await expect(letter).toContainText('Il manque la pièce d’identité.')
  await keepPicture(page, 'desk', 'refuse', 'light')
  expect(await brokenRules(page)).toEqual([])
  // Closed by mistake: nothing of it is lost.
  await keyboard.press('Escape')
  await expect(focused(page)).toContainText(nameOf(third))
  await keyboard.press('x')
  await expect(dialog.getByRole('textbox', { name: REQUESTS.refuseText })).toHaveValue('Il manque la pièce d’identité.')
  await keyboard.press('Control+Enter')
  await expect(page.getByText(REQUESTS.doneFor(REQUESTS.refusedDone(1), nameOf(third)))).toBeVisible()
  await expect(focused(page)).toContainText(nameOf(third))
  await keyboard.press('?')
  await expect(page.getByRole('dialog').getByText(REQUESTS.keys.columns)).toBeVisible()
})

test('another PC answers first: the row says so under the cursor, the dialog too, and what was typed stays', async ({
  office,
}) => {
  const here = await office.open()
  await here.hands.sitDownAs('secretary')
  // A second PC takes a code of its own.
  await office.hq.stop()
  await office.bringHq()
  const there = await office.open('rennes', { deviceName: 'BUREAU-2' })
  await there.hands.sitDownAs('secretary')
  const { page } = here.desk
  const waiting = (await here.hands.requests(SESSION)).filter(({ entries }) =>
    entries.some(({ status }) => status === 'requested'),
  )
  // Of the exam where seats abound.
  const [second, third] = waiting.filter(({ entries: [entry, other] }) => entry?.examCode === 'ASCA-E1' && !other)
  if (!second || !third) throw new Error('too few wait')
  await line(page, second).getByRole('checkbox').click()
  for (let at = waiting.indexOf(second); at < waiting.indexOf(third); at++) await page.keyboard.press('j')
  await expect(focused(page)).toContainText(nameOf(third))

  await there.hands.prevalidate(nameOf(third))
  office.later(11)
  await there.hands.exchange()
  await here.hands.exchange()
  await expect(line(page, third)).toContainText(REQUESTS.changedNow)
  await expect(page.getByText(REQUESTS.changedSaid([nameOf(third)]))).toBeAttached()
  await expect(line(page, third)).toContainText(/À régler/)
  await expect(line(page, second).getByRole('checkbox')).toBeChecked()

  // While a refusal is being typed.
  await line(page, second).getByRole('rowheader').click()
  await page.getByRole('complementary').getByRole('button', { name: REQUESTS.refuse }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: REQUESTS.refuseText }).fill('Dommage')
  await there.hands.prevalidate(nameOf(second))
  office.later(11)
  await there.hands.exchange()
  await page.evaluate(() =>
    (globalThis as unknown as { api: { call: (...of: unknown[]) => unknown } }).api.call('sync.now', {}),
  )
  await expect(dialog.getByRole('status').first()).toContainText(nameOf(second))
  await expect(dialog.getByRole('textbox', { name: REQUESTS.refuseText })).toHaveValue('Dommage')
  await expect(dialog.getByRole('button', { name: REQUESTS.refuseNow, exact: true })).toBeDisabled()
})

test('the table as a screen reader reads it', async ({ office }) => {
  const { desk, hands } = await office.open()
  await hands.sitDownAs('secretary')
  await expect(list(desk.page).locator('thead')).toMatchAriaSnapshot(`
    - rowgroup:
      - row:
        - columnheader "Sélectionner toutes les demandes affichées":
          - checkbox "Sélectionner toutes les demandes affichées"
        - columnheader "Candidat"
        - columnheader "Épreuves"
        - columnheader "Possible ?"
        - columnheader "Reçue tri croissant"
        - columnheader "État"
        - columnheader "Échéance"
  `)
  await expect(lines(desk.page).first()).toMatchAriaSnapshot(`
    - row:
      - gridcell "Sélectionner DELAUNAY Solène":
        - checkbox "Sélectionner DELAUNAY Solène"
      - 'rowheader "DELAUNAY Solène nouveau candidat · organisme payeur : OUEST COMPÉTENCES FORMATION (exemple)"'
      - gridcell "ASCA-E1 CIEL COMPTABILITE"
      - 'gridcell "Oui : 16 places sur 40 en ASCA-E1 (CIEL COMPTABILITE)"'
      - gridcell "sam. 14 nov. il y a 9 j"
      - gridcell "En attente"
      - gridcell "—"
  `)
})

test.describe('two thousand requests', () => {
  test.use({ sample: 'big' })
  test('are walked end to end, and selected by ranges that were never read', async ({ office }) => {
    const { desk, hands } = await office.open()
    const { page } = desk
    await hands.sitDownAs('secretary')
    await hands.filter(REQUESTS.filter.all)
    const all = await hands.requests(SESSION)
    await expect(list(page)).toHaveAttribute('aria-rowcount', String(all.length + 1))
    await page.keyboard.press('j')
    await page.keyboard.press('End')
    await expect(focused(page)).toHaveAttribute('aria-rowindex', String(all.length + 1))
    await expect(focused(page)).toBeInViewport()
    const last = all.at(-1)
    if (!last) throw new Error('no request')
    await expect(focused(page)).toContainText(nameOf(last))
    await page.keyboard.press('Home')
    await expect(focused(page)).toHaveAttribute('aria-rowindex', '2')
    for (let at = 0; at < 40; at++) await page.keyboard.press('PageDown')
    await expect(focused(page)).toHaveAttribute('aria-rowindex', String(40 * 8 + 2))
    await expect(focused(page)).toBeInViewport()
    // From the first to one three hundred rows below, of which most were never shown.
    await page.keyboard.press('Home')
    await page.keyboard.press('Space')
    await page.keyboard.press('End')
    await page.keyboard.press('Home')
    await expect(bar(page).getByRole('status')).toContainText(REQUESTS.selected(1))
    await page.keyboard.press('Control+a')
    await expect(bar(page).getByRole('status')).toContainText(REQUESTS.selected(500))
    await expect(page.getByText(REQUESTS.selectedMost(500, all.length))).toBeVisible()
    expect(await namesIn(page)).toContain(nameOf(all[0] as RequestRow))
    expect(await brokenRules(page)).toEqual([])
  })
})
