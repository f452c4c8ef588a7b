import { expect, mergeTests } from 'playwright/test'
import { formatMoney } from '../../text/format.ts'
import { CONFIRM } from '../../text/pages/account.ts'
import { SENT } from '../../text/pages/register.ts'
import { ENTRY_WORDS } from '../../text/pages/space.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { aMailbox } from '../helpers/a-mailbox.ts'
import { startPostgresCluster } from '../helpers/postgres-cluster.ts'
import { CandidateHands, type Somebody } from './candidate-hands.ts'
import { test as visit } from './candidate-visit.ts'
import { test as office } from './office.ts'

const MAELLE: Somebody = {
  birthName: 'Le Gall',
  firstNames: 'Maëlle Anne',
  email: 'maelle.le-gall@exemple.fr',
  password: 'Rennes-2027',
  born: { day: '3', month: '5', year: '1998', commune: 'Rennes' },
}
const NAME = `${MAELLE.birthName} ${MAELLE.firstNames}`
/** A decision can be undone for ten seconds. */
const UNDO_OVER = 11

type Mailbox = Awaited<ReturnType<typeof aMailbox>>

/** HQ's mails leave for a real mail server, on each of its two databases. */
function chainOn(database: 'pglite' | 'postgresql') {
  return mergeTests(office, visit).extend<{ mailbox: Mailbox }>({
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    mailbox: async ({}, use) => {
      const mailbox = await aMailbox()
      await use(mailbox)
      await mailbox.close()
    },
    hqEnv: async ({ mailbox }, use) => {
      const cluster = database === 'postgresql' ? await startPostgresCluster() : null
      const HQ_DATABASE_URL = (await cluster?.createDatabase('chain')) ?? ''
      await use({ HQ_DATABASE_URL, HQ_SMTP_URL: mailbox.url, HQ_MAIL_FROM: 'Inscriptions <inscription@exemple.fr>' })
      await cluster?.stop()
    },
  })
}

for (const database of ['pglite', 'postgresql'] as const)
  chainOn(database)(
    `from a candidate's phone to the mail that says « confirmée », HQ on ${database}`,
    async ({ office, mailbox, browser }) => {
      const { desk, hands } = await office.open('rennes')
      await hands.sitDownAs('secretary')
      const page = await browser.newPage({ viewport: { width: 390, height: 800 }, locale: 'fr-FR' })
      const phone = new CandidateHands(page, office.hq.url)

      await phone.register(MAELLE, ['ASCA-E1'], '35', 'CENTRE LUMIÈRE')
      await expect(page.getByRole('heading', { level: 1, name: SENT.title })).toBeVisible()
      const asked = await mailTo(mailbox, 'Confirmez')
      const [link] = /https?:\/\/\S+\/confirmer\?jeton=[\w-]+/.exec(asked.text ?? '') ?? []
      if (!link) throw new Error(`no link in ${asked.text}`)
      await phone.confirm(link, MAELLE.password)
      await expect(page.getByRole('heading', { name: CONFIRM.doneTitle })).toBeVisible()

      // Held at HQ, the desk's request is answered as soon as the candidate's has come.
      await desk.page.getByRole('row', { name: new RegExp(NAME) }).waitFor()
      await hands.prevalidate(NAME)
      await hands.close(NAME)
      office.later(UNDO_OVER)
      await hands.exchange()
      const accepted = await mailTo(mailbox, 'réservée')
      for (const said of [/CA\d{5}/, /26 novembre 2026/, /50,00 €/]) expect(plain(accepted.text)).toMatch(said)

      await hands.filter(REQUESTS.filter.due)
      await hands.startCollecting(NAME, '')
      await hands.collect(formatMoney(5000, 'EUR'))
      office.later(UNDO_OVER)
      await hands.exchange()
      await mailTo(mailbox, 'confirmée')
      await phone.signIn(MAELLE.email, MAELLE.password)
      await expect(page.getByText(ENTRY_WORDS.confirmed, { exact: true })).toBeVisible()
    },
  )

/** The mail to the candidate whose subject says so. */
async function mailTo({ arrived }: Mailbox, subject: string) {
  const find = () => arrived.find(({ to, mail }) => to.includes(MAELLE.email) && mail.subject?.includes(subject))
  await expect
    .poll(() => (find() ? subject : arrived.map(({ mail }) => mail.subject)), { timeout: 20_000 })
    .toBe(subject)
  const found = find()
  if (!found) throw new Error('unreachable')
  return found.mail
}

/** Lines of a mail are cut anywhere, and its spaces do not all break. */
function plain(text = ''): string {
  return text.replace(/\s+/g, ' ')
}
