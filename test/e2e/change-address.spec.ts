import { randomBytes } from 'node:crypto'
import { expect } from 'playwright/test'
import { addSeconds } from '../../domain/time.ts'
import { changeAddressesDue } from '../../hq/candidates/change-addresses-due.ts'
import { SAMPLE_ADDRESSES, SAMPLE_PASSWORD } from '../../hq/sample/accounts.ts'
import { maskedAddress, parisMoment } from '../../text/mails/words.ts'
import { ADDRESS, STOP_ADDRESS } from '../../text/pages/account.ts'
import { EMAIL } from '../../text/pages/space.ts'
import { aDevice } from '../helpers/a-device.ts'
import { test } from './candidate-visit.ts'

const OLD = SAMPLE_ADDRESSES.requested
const NEW = 'nouvelle.adresse@exemple.fr'

test('a candidate changes their address: asked, stopped, asked again, done', async ({ visit }) => {
  const { hands } = await visit.phone()
  const { page } = hands
  const heading = (name: string) => page.getByRole('heading', { level: 1, name })
  const form = page.locator('details', { hasText: EMAIL.title })
  const field = (name: string) => form.getByRole('textbox', { name, exact: true })
  const ask = async () => {
    await hands.open('/espace')
    await form.getByText(EMAIL.title, { exact: true }).click()
    await field(EMAIL.next).fill(NEW)
    await field(EMAIL.again).fill(NEW)
    await field(EMAIL.password).fill(SAMPLE_PASSWORD)
    await form.getByRole('button', { name: EMAIL.submit }).click()
    await expect(form.getByText(EMAIL.done(NEW))).toBeVisible()
  }
  await hands.signIn(OLD, SAMPLE_PASSWORD)
  await form.getByText(EMAIL.title, { exact: true }).click()
  await field(EMAIL.next).fill(OLD)
  await form.getByRole('button', { name: EMAIL.submit }).click()
  await expect(form.getByRole('link', { name: EMAIL.same })).toBeVisible()
  await expect(form.getByRole('link', { name: EMAIL.passwordMissing })).toBeVisible()
  await visit.look(hands, 'address with faults')
  await ask()
  await visit.look(hands, 'address asked')

  const asked = await visit.linkIn('address-asked', NEW)
  await page.goto(await visit.linkIn('address-changing', OLD))
  await heading(STOP_ADDRESS.title).waitFor()
  await visit.look(hands, 'address stop')
  await page.getByRole('button', { name: STOP_ADDRESS.submit }).click()
  await expect(heading(STOP_ADDRESS.doneTitle)).toBeVisible()
  await page.goto(asked)
  await page.getByRole('button', { name: ADDRESS.submit }).click()
  await expect(heading(ADDRESS.stoppedTitle)).toBeVisible()

  // The last of two mails is told by its instant.
  visit.clock.advance(1)
  await ask()
  const link = await visit.linkIn('address-asked', NEW)
  await page.goto(link)
  await page.getByRole('button', { name: ADDRESS.submit }).waitFor()
  // Looked at, and nothing more: programs follow links too.
  const account = visit.hq.db.selectFrom('account').select('email').where('email', 'in', [OLD, NEW])
  expect(await account.execute()).toEqual([{ email: OLD }])
  await visit.look(hands, 'address link')
  await page.getByRole('button', { name: ADDRESS.submit }).click()
  await expect(heading(ADDRESS.doneTitle)).toBeFocused()
  await visit.look(hands, 'address changed')
  expect(await account.execute()).toEqual([{ email: NEW }])
  await page.goto(link)
  await page.getByRole('button', { name: ADDRESS.submit }).click()
  await expect(heading(ADDRESS.usedTitle)).toBeVisible()
  await page.getByRole('link', { name: ADDRESS.space }).click()
  await expect(page.getByText(NEW).first()).toBeVisible()
  const { hands: elsewhere } = await visit.phone()
  await elsewhere.signIn(NEW, SAMPLE_PASSWORD)
  await expect(elsewhere.page).toHaveURL(/\/espace$/)
  expect(visit.broken).toEqual([])
  expect(visit.hq.bugs).toEqual([])
})

test('a centre changes it: seen in one’s space, confirmed at the new address', async ({ visit }) => {
  const { hq, clock } = visit
  const { hands } = await visit.phone()
  const { page } = hands
  const { centreId, id, candidateId } = await hq.db
    .selectFrom('request')
    .innerJoin('account', 'account.candidateId', 'request.candidateId')
    .select(['request.centreId', 'request.id', 'request.candidateId'])
    .where('account.email', '=', OLD)
    .executeTakeFirstOrThrow()
  const pc = await aDevice(hq, centreId)
  const ids = { requestId: id, candidateId }
  const args = { ...ids, from: OLD, email: NEW, proof: 'passport', proofText: null } as const
  expect(await pc.send(pc.command('candidate.change-address', args))).toEqual(['applied'])
  await hands.signIn(OLD, SAMPLE_PASSWORD)
  await expect(page.getByText(EMAIL.toConfirm(maskedAddress(NEW)))).toBeVisible()
  await visit.look(hands, 'address asked by a centre')
  await page.goto(await visit.linkIn('address-coming', NEW))
  await page.getByRole('button', { name: ADDRESS.submit }).click()
  await expect(page.getByRole('heading', { level: 1, name: ADDRESS.provedTitle })).toBeFocused()
  await visit.look(hands, 'address confirmed')
  const from = addSeconds(clock.now(), 24 * 3600)
  await changeAddressesDue({ ...hq, random: (size) => randomBytes(size), reportBug: fail }, 'shows')
  await hands.open('/espace')
  await expect(page.getByText(EMAIL.from(maskedAddress(NEW), parisMoment(from)))).toBeVisible()
  await visit.look(hands, 'address coming')
  expect(visit.broken).toEqual([])
  expect(visit.hq.bugs).toEqual([])
})

function fail(error: unknown): never {
  throw error
}
