import { expect, mergeTests } from 'playwright/test'
import { SAMPLE_ADDRESSES, SAMPLE_PASSWORD } from '../../hq/sample/accounts.ts'
import { sayWhatChanged } from '../../text/changes-of-request.ts'
import { FAULTS } from '../../text/pages/faults.ts'
import { TROUBLES } from '../../text/pages/frame.ts'
import { MODIFY } from '../../text/pages/modify.ts'
import { STEP_CONTACT, STEP_PLACE, STEP_SITUATION } from '../../text/pages/register.ts'
import { SPACE } from '../../text/pages/space.ts'
import { CHANGES } from '../../text/screens/request-changes.ts'
import { aMailbox } from '../helpers/a-mailbox.ts'
import { brokenRules } from './accessibility.ts'
import { CandidateHands } from './candidate-hands.ts'
import { test as visit } from './candidate-visit.ts'
import { keepPicture } from './keep-picture.ts'
import { test as office } from './office.ts'

const PHONE = '06 39 98 77 77'

const chain = mergeTests(office, visit).extend<{ mailbox: Awaited<ReturnType<typeof aMailbox>> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
  mailbox: async ({}, use) => {
    const mailbox = await aMailbox()
    await use(mailbox)
    await mailbox.close()
  },
  hqEnv: async ({ mailbox }, use) =>
    use({ HQ_DATABASE_URL: '', HQ_SMTP_URL: mailbox.url, HQ_MAIL_FROM: 'Inscriptions <inscription@exemple.fr>' }),
})

chain(
  'a candidate changes phone and software; the mail says so, and the desk shows what changed',
  async ({ office, mailbox, browser }) => {
    const { desk, hands } = await office.open('rennes')
    await hands.sitDownAs('secretary')
    const page = await browser.newPage({ viewport: { width: 320, height: 640 }, locale: 'fr-FR' })
    const broken: string[] = []
    const look = async (screen: string, of = page) => {
      await keepPicture(of, 'modify', screen)
      broken.push(...(await brokenRules(of)).map((rule) => `${screen}: ${rule}`))
      const beside = await of.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (beside > 0) broken.push(`${screen}: ${beside} px beside the screen`)
    }
    const phone = new CandidateHands(page, office.hq.url)
    await phone.signIn(SAMPLE_ADDRESSES.requested, SAMPLE_PASSWORD)
    await page.getByRole('link', { name: MODIFY.open }).click()
    await phone.field(STEP_CONTACT.phone).fill('pas un numéro')
    const software = page.getByRole('radiogroup', { name: STEP_PLACE.offering('ASCA-E2') })
    await software.getByRole('radio', { name: /CIEL COMPTABILITE/ }).check({ force: true })
    await page.getByRole('button', { name: MODIFY.next }).click()
    await expect(page.getByRole('link', { name: FAULTS.phoneInvalid })).toBeVisible()
    await expect(page.getByRole('link', { name: FAULTS.notAccepted })).toBeVisible()
    await look('form with faults')
    await phone.field(STEP_CONTACT.phone).fill(PHONE)
    await page.getByRole('checkbox', { name: MODIFY.softwareAccept }).check()
    await page.getByRole('button', { name: MODIFY.next }).click()
    await expect(page.getByRole('heading', { level: 1, name: MODIFY.summary })).toBeFocused()
    await look('summary')

    // Its answer does not come: nothing typed is lost, and the same sent again is one version.
    await page.route('**/api/me/modify', async (route) => {
      await route.fetch()
      await route.abort()
    })
    await page.getByRole('button', { name: MODIFY.send }).click()
    await expect(page.getByText(TROUBLES.unreachable)).toBeVisible()
    await page.unroute('**/api/me/modify')
    await page.getByRole('button', { name: MODIFY.send }).click()
    await expect(page.getByRole('status').getByText(/^Version 3 enregistrée le/)).toBeVisible()
    await expect(page.getByText(SPACE.software('CIEL COMPTABILITE, EXCEL 2017'))).toBeVisible()
    await look('saved')

    const subject = 'Modification d’inscription\u00a0: version 3'
    const told = () => mailbox.arrived.find(({ mail }) => mail.subject === subject)?.mail.text ?? ''
    await expect.poll(told, { timeout: 20_000 }).not.toBe('')
    expect(told().replace(/\s+/g, ' ')).toContain(`${PHONE} (auparavant`)

    await hands.exchange()
    const row = desk.page.getByRole('row').filter({ hasText: CHANGES.tagMore(3) })
    await expect(row.getByText(new RegExp(`^${CHANGES.tag}`))).toBeVisible()
    await row.getByRole('rowheader').click()
    const file = desk.page.getByRole('complementary').filter({ has: desk.page.getByText(CHANGES.title) })
    await expect(file.getByText(/^Version 3, modifiée par la personne candidate le/)).toBeVisible()
    await expect(file.getByText(sayWhatChanged('software', 'ASCA-E2')).first()).toBeVisible()
    await expect(file.getByText(PHONE).first()).toBeVisible()
    await look('desk', desk.page)
    expect(broken).toEqual([])
  },
)

visit(
  'two tabs: the second keeps what was typed and no more; nothing is sent when nothing changes',
  async ({ visit }) => {
    const { hands, context } = await visit.phone({ colorScheme: 'dark', width: 1366 })
    const { page } = hands
    await hands.signIn(SAMPLE_ADDRESSES.prevalidated, SAMPLE_PASSWORD)
    await page.getByRole('link', { name: MODIFY.open }).click()
    await page.getByRole('button', { name: MODIFY.next }).click()
    await expect(page.getByText(TROUBLES['nothing-changed'])).toBeVisible()
    // The centre has answered: its software is no longer the candidate's to change.
    await expect(page.getByRole('radiogroup', { name: /^Logiciel pour/ })).toHaveCount(0)
    await hands.field(STEP_CONTACT.phone).fill(PHONE)
    await page.getByRole('button', { name: MODIFY.next }).click()
    await page.getByRole('button', { name: MODIFY.send }).waitFor()

    const other = await context.newPage()
    await other.goto(page.url())
    await other.getByRole('radio', { name: STEP_SITUATION.fundings.employer }).check({ force: true })
    await other.getByRole('textbox', { name: STEP_SITUATION.funderName.employer }).fill('Exemple SARL')
    await other.getByRole('textbox', { name: STEP_SITUATION.funderContact }).fill('paie@exemple.example')
    await other.getByRole('button', { name: MODIFY.next }).click()
    await other.getByRole('button', { name: MODIFY.send }).click()
    await expect(other.getByRole('status').getByText(/^Version 2 enregistrée/)).toBeVisible()

    await page.getByRole('button', { name: MODIFY.send }).click()
    await expect(page.getByText(TROUBLES['other-version'])).toBeVisible()
    // What the other tab changed is not undone: only the telephone is left to change.
    await expect(page.getByRole('region', { name: sayWhatChanged('phone', null) })).toContainText(PHONE)
    await expect(page.getByRole('region')).toHaveCount(1)
    await visit.look(hands, 'modified meanwhile')
    await page.getByRole('button', { name: MODIFY.send }).click()
    await expect(page.getByText(/^Version 3 enregistrée/)).toBeVisible()
    await visit.look(hands, 'space with a version')
    await page.getByRole('link', { name: MODIFY.open }).click()
    await expect(hands.field(STEP_CONTACT.phone)).toHaveValue(PHONE)
    await visit.look(hands, 'modify')
    expect(visit.broken).toEqual([])
    expect(visit.hq.bugs).toEqual([])
  },
)
