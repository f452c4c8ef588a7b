import { expect } from 'playwright/test'
import { SAMPLE_ADDRESSES, SAMPLE_PASSWORD } from '../../hq/sample/accounts.ts'
import { CONFIRM } from '../../text/pages/account.ts'
import { CHECK } from '../../text/pages/data-check.ts'
import { MODIFY } from '../../text/pages/modify.ts'
import { STEP_PLACE } from '../../text/pages/register.ts'
import { ADD, ENTRY_WORDS, SPACE } from '../../text/pages/space.ts'
import { anOffering, rennes } from '../helpers/rows.ts'
import type { CandidateHands } from './candidate-hands.ts'
import { test, type Visit } from './candidate-visit.ts'

const signIn = async (hands: CandidateHands, login: string) => {
  await hands.signIn(login, SAMPLE_PASSWORD)
  await hands.page.getByRole('heading', { level: 1, name: SPACE.title }).waitFor()
}

test('a link that was cut says so before it asks for anything; one that HQ does not know is not said to be erased', async ({
  visit,
}) => {
  const { hands } = await visit.phone()
  const { page } = hands
  for (const address of ['/confirmer', `/confirmer?jeton=${'x'.repeat(42)}`]) {
    await hands.open(address)
    await expect(page.getByRole('heading', { level: 1, name: CONFIRM.unreadableTitle })).toBeVisible()
    await expect(hands.field(CONFIRM.password)).toHaveCount(0)
  }
  await visit.look(hands, 'cut link')
  await hands.confirm(`${visit.hq.url}/confirmer?jeton=${'x'.repeat(43)}`, 'Rennes-2027')
  await expect(page.getByRole('heading', { level: 1, name: CONFIRM.expiredTitle })).toBeVisible()
  await expect(page.getByText(/est incomplet ou n’est plus valable/)).toBeVisible()
  await expect(page.getByText(/effac/)).toHaveCount(0)
  await visit.look(hands, 'unknown link')
  expect(visit.broken).toEqual([])
})

test('one who was not asked says their data are right, once they have read them again', async ({ visit }) => {
  const { hands } = await visit.phone()
  const { page } = hands
  await signIn(hands, SAMPLE_ADDRESSES.requested)
  await visit.look(hands, 'space of one who waits')
  const dialog = page.getByRole('dialog', { name: CHECK.readTitle })
  const open = page.getByRole('button', { name: CHECK.read })
  await open.click()
  await visit.look(hands, 'identity read again')
  await dialog.getByRole('button', { name: CHECK.cancel }).click()
  await expect(dialog).toHaveCount(0)
  await open.click()
  await dialog.getByRole('button', { name: CHECK.confirm }).click()
  await expect(dialog).toHaveCount(0)
  const said = page.getByRole('status').filter({ hasText: /vous avez confirmé ces données le 23\/11\/2026/ })
  await expect(said).toBeFocused()
  await visit.look(hands, 'identity found right')
  // Nothing is to be paid yet, so nothing says how; of one whose seat is kept, it does.
  await expect(page.getByText(SPACE.terms, { exact: true })).toHaveCount(0)
  const { hands: others } = await visit.phone()
  await signIn(others, SAMPLE_ADDRESSES.prevalidated)
  await expect(others.page.getByText(SPACE.terms, { exact: true })).toBeVisible()
  expect(visit.broken).toEqual([])
  expect(visit.hq.bugs).toEqual([])
})

/** The one who waits is refused everything; near there, another centre runs the first exam with the same software, and with another. */
async function refuse({ hq }: Visit, around: boolean) {
  const { candidateId } = await hq.db
    .selectFrom('account')
    .select('candidateId')
    .where('email', '=', SAMPLE_ADDRESSES.requested)
    .executeTakeFirstOrThrow()
  const rows = hq.db
    .selectFrom('entry')
    .selectAll()
    .where('candidateId', '=', candidateId ?? '')
    .orderBy('id')
  const [first] = await rows.execute()
  const own = await hq.db
    .selectFrom('offering')
    .select(['examId', 'softwareIds'])
    .where('id', '=', first?.offeringId ?? '')
    .executeTakeFirstOrThrow()
  await hq.db
    .updateTable('entry')
    .set({ status: 'refused', refusal: JSON.stringify({ reason: 'full', text: null }) })
    .where('candidateId', '=', candidateId ?? '')
    .execute()
  if (!around) return
  const near = { ...rennes, id: 'near', name: 'CENTRE PROCHE', town: 'Fougères' }
  await hq.publish({ centreId: null, writes: [{ entity: 'centre', value: near }] })
  const other = anOffering({ id: 'other', examId: own.examId, softwareIds: [] })
  const same = anOffering({ id: 'same', ...own })
  await hq.publish({
    centreId: 'near',
    writes: [other, same].map((value) => ({ entity: 'offering' as const, value })),
  })
}

test('from what was refused to another centre: what the link chose is said, and shown', async ({ visit }) => {
  await refuse(visit, true)
  const { hands } = await visit.phone()
  const { page } = hands
  await signIn(hands, SAMPLE_ADDRESSES.requested)
  await expect(page.getByText(ENTRY_WORDS.refused, { exact: true }).first()).toBeVisible()
  await expect(page.getByText(/^Frais d’examen/)).toHaveCount(0)
  await visit.look(hands, 'refused')
  await page
    .getByRole('link', { name: SPACE.elsewhereAt('CENTRE PROCHE', 'Fougères') })
    .first()
    .click()
  const said = page.getByText(/^Déjà choisi pour vous/)
  await expect(said).toBeInViewport()
  await expect(page.locator(':focus')).toHaveText(/^Déjà choisi pour vous.* CENTRE PROCHE \(Fougères\), avec /)
  const software = page.getByRole('radiogroup', { name: /^Logiciel pour/ })
  await expect(software.getByRole('radio', { checked: true })).toHaveCount(1)
  await expect(software.getByRole('radio', { checked: true })).not.toHaveAccessibleName(STEP_PLACE.noSoftware)
  await visit.look(hands, 'asked elsewhere')
  await page.getByRole('checkbox', { name: STEP_PLACE.accept }).check()
  await page.getByRole('button', { name: ADD.send }).click()
  await expect(page.getByText(ADD.done)).toBeVisible()
  // Two requests of one session: what is read out tells them apart.
  const titles = await page.getByRole('article').getByRole('heading', { level: 3 }).allInnerTexts()
  expect(new Set(titles).size).toBe(titles.length)
  await expect(page.getByRole('link', { name: new RegExp(`^${MODIFY.open}.*ASCA|^${MODIFY.open}.*UCP`) })).toHaveCount(
    1,
  )
  await visit.look(hands, 'two requests')
  expect(visit.broken).toEqual([])
  expect(visit.hq.bugs).toEqual([])
})

test('refused, and nobody else runs it around: the form is a link away; and a change of address stays said', async ({
  visit,
}) => {
  await refuse(visit, false)
  const { hands } = await visit.phone()
  const { page } = hands
  await signIn(hands, SAMPLE_ADDRESSES.requested)
  const card = page.getByRole('article').first()
  await card.getByRole('link', { name: SPACE.ask }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: ADD.newTitle })).toBeVisible()
  const email = 'autre.adresse@example.org'
  const cookies = await page.request.post(`${visit.hq.url}/api/me/email`, {
    data: { password: SAMPLE_PASSWORD, email },
    headers: { origin: visit.hq.url },
  })
  expect(cookies.status()).toBe(200)
  await hands.open('/espace')
  await expect(page.getByText(/^Changement en cours/)).toContainText(email)
  await visit.look(hands, 'address under way')
  expect(visit.broken).toEqual([])
})
