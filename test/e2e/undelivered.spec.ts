import { expect } from 'playwright/test'
import { nameOf } from '../../scripts/tour/people.ts'
import { FILE } from '../../text/screens/request-file.ts'
import { REVIEW } from '../../text/screens/review.ts'
import { aMailbox } from '../helpers/a-mailbox.ts'
import { brokenRules } from './accessibility.ts'
import { keepPicture } from './keep-picture.ts'
import { test as office } from './office.ts'

const SESSION = '2027-01'
const test = office.extend<{ mailbox: Awaited<ReturnType<typeof aMailbox>> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
  mailbox: async ({}, use) => {
    // Whatever else leaves meanwhile comes back too.
    const turns = Array.from({ length: 50 }, () => ({ at: 'rcpt', code: 550, words: 'No such person' }) as const)
    const mailbox = await aMailbox({ turns })
    await use(mailbox)
    await mailbox.close()
  },
  hqEnv: async ({ mailbox }, use) =>
    use({ HQ_DATABASE_URL: '', HQ_SMTP_URL: mailbox.url, HQ_MAIL_FROM: 'Inscriptions <inscription@exemple.fr>' }),
})

test('a pre-validation mail that came back: whom to call, about what, and the file says so until somebody has', async ({
  office,
}) => {
  const { desk, hands } = await office.open('rennes')
  const { page } = desk
  await hands.sitDownAs('secretary')
  const offerings = new Map((await hands.offerings(SESSION)).map((offering) => [offering.id, offering]))
  const person = (await hands.requests(SESSION)).find(({ candidate, entries: [entry, ...more] }) => {
    const offering = offerings.get(entry?.offeringId ?? '')
    const free = offering?.open === true && offering.seats > offering.used
    return more.length === 0 && entry?.status === 'requested' && free && candidate.email !== ''
  })
  if (!person) throw new Error('nobody waits for a free seat')
  const { phone, email } = person.candidate
  await hands.prevalidate(nameOf(person))
  office.later(11)
  await hands.exchange()
  await expect
    .poll(
      async () => {
        await hands.exchange()
        return (await hands.state()).freshness.toReview
      },
      { timeout: 30_000 },
    )
    .toBe(1)

  await hands.open(nameOf(person))
  const file = page.getByRole('complementary', { name: FILE.aside(nameOf(person)) })
  await expect(file.getByText(FILE.mailUndelivered)).toBeVisible()
  await keepPicture(page, 'undelivered', 'file', 'light')
  expect(await brokenRules(page)).toEqual([])
  await file.getByRole('button', { name: FILE.toReview }).click()

  const card = page.getByRole('article')
  for (const said of [nameOf(person), phone, email, REVIEW.toPayBefore, REVIEW.calledSettles])
    await expect(card).toContainText(said)
  await expect(card.getByRole('button', { name: REVIEW.leave })).toHaveCount(0)
  await keepPicture(page, 'undelivered', 'card', 'light')
  expect(await brokenRules(page)).toEqual([])
  await card.getByRole('button', { name: REVIEW.openRequest }).click()
  await expect(file.getByText(FILE.mailUndelivered)).toBeVisible()
  await hands.go('review')
  await card.getByRole('button', { name: REVIEW.handled }).click()
  await page.getByRole('heading', { name: REVIEW.emptyTitle }).waitFor()
  await hands.go('requests')
  await expect(file).toBeVisible()
  await expect(file.getByText(FILE.mailUndelivered)).toHaveCount(0)
})
