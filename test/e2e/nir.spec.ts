import { expect } from 'playwright/test'
import { FAULTS } from '../../text/pages/faults.ts'
import { NIR_WARNINGS, REGISTER, SENT, STEP_IDENTITY, SUMMARY } from '../../text/pages/register.ts'
import type { Somebody } from './candidate-hands.ts'
import { test } from './candidate-visit.ts'

const ANAIS: Somebody = {
  birthName: 'Le Goff',
  firstNames: 'Anaïs Marie',
  email: 'anais.le-goff@exemple.fr',
  password: 'Rennes-2027',
  born: { day: '28', month: '2', year: '1999', commune: 'Rennes' },
}
const NIR = '2 99 02 35 238 042 49'
const OF_MARCH = '2 99 03 35 238 042 65'
const MASKED = '2 99 •• •• ••• ••• ••'

test('the NIR is checked while it is typed, masked when it is left, and kept nowhere', async ({ visit }) => {
  const { hands } = await visit.phone()
  const { page } = hands
  const field = hands.field(STEP_IDENTITY.nir)
  const kept = () => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]))
  await hands.open('/inscription')
  await hands.chooseExams('ASCA-E1')
  await hands.findCentres('35')
  await hands.chooseCentre('CENTRE LUMIÈRE')
  await hands.fillIdentity(ANAIS)
  await hands.waitForStep('coordonnees')
  await page.getByRole('button', { name: REGISTER.back }).click()
  await hands.waitForStep('identite')

  await field.pressSequentially(NIR.replace(/.$/, ''))
  await expect(page.getByText(FAULTS.nir.key)).toBeHidden()
  await field.pressSequentially('8')
  await expect(page.getByText(FAULTS.nir.key)).toBeVisible()
  await visit.look(hands, 'nir with a wrong key')
  await field.fill('2 99')
  await hands.next()
  await expect(page.getByRole('link', { name: FAULTS.nir.length })).toBeVisible()
  await field.fill(OF_MARCH)
  await expect(page.getByText(NIR_WARNINGS['birth-date'])).toBeVisible()
  await visit.look(hands, 'nir that disagrees')
  await field.fill(NIR)
  await expect(page.getByText(NIR_WARNINGS['birth-date'])).toBeHidden()
  await page.keyboard.press('Tab')
  await expect(field).toHaveValue(MASKED)
  await visit.look(hands, 'nir masked')
  await page.getByRole('button', { name: `${STEP_IDENTITY.nirChange} (${STEP_IDENTITY.nir})` }).press('Enter')
  await expect(field).toBeFocused()
  await expect(field).toHaveValue(NIR)
  // It is masked under the finger that goes on: one press is enough.
  await hands.next()

  await hands.fillContact(ANAIS)
  await hands.fillSituation()
  await hands.fillAccount(ANAIS)
  await expect(page.getByText(MASKED)).toBeVisible()
  expect(await page.content()).not.toContain('238 042')
  expect(await kept()).not.toMatch(/2 ?99 ?02|23804249/)
  expect(await kept()).toContain('Le Goff')
  await hands.send()
  await expect(page.getByRole('heading', { level: 1, name: SENT.title })).toBeFocused()
  const sealed = visit.hq.db.selectFrom('submission').select('nirSealed').where('status', '=', 'waiting')
  expect((await sealed.execute()).filter(({ nirSealed }) => nirSealed !== null)).toHaveLength(1)
  expect(visit.broken).toEqual([])
})

test('a page that is loaded again has forgotten it, and the summary says so', async ({ visit }) => {
  const { hands } = await visit.phone()
  const { page } = hands
  await hands.open('/inscription')
  await hands.chooseExams('ASCA-E1')
  await hands.findCentres('35')
  await hands.chooseCentre('CENTRE LUMIÈRE')
  await hands.waitForStep('identite')
  await hands.field(STEP_IDENTITY.nir).fill(NIR)
  await hands.fillIdentity(ANAIS)
  await hands.fillContact(ANAIS)
  await page.reload()
  await hands.fillSituation()
  await hands.fillAccount(ANAIS)
  await expect(page.getByText(SUMMARY.nirNone)).toBeVisible()
  expect(visit.broken).toEqual([])
})
