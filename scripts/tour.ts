/** `npm run tour`: the main job without a display, as a secretary would do it, through the real window; see docs/tour.md for what it proves. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { RequestRow } from '../contract/desk.ts'
import { formatDay, formatMoney } from '../text/format.ts'
import { REFUSAL_REASON_WORDS } from '../text/fr.ts'
import { openDesk } from './open-desk/open-desk.ts'
import { startEmbeddedHq } from './start/embedded-hq.ts'
import { findBrowser } from './tools/find-browser.ts'
import { findPoppler } from './tools/find-poppler.ts'
import { required } from './tools/found.ts'
import { root, runBin } from './tools/run-bin.ts'
import { differences, readDesk, readHq } from './tour/compare.ts'
import { nameOf, Secretary, sheetButton } from './tour/secretary.ts'
import { Story } from './tour/story.ts'

/** Monday 23 November 2026, 09:41 in Rennes, whatever the machine's date. */
const MONDAY = '2026-11-23T08:41:00.000Z'
const SESSION = '2027-01'
const FEE = formatMoney(5000, 'EUR')

process.exitCode = await tour().then(
  (held) => (held ? 0 : 1),
  (error: unknown) => {
    console.error(error)
    return 1
  },
)

async function tour(): Promise<boolean> {
  process.env.PUPITRE_BROWSER = required(await findBrowser())
  const { pdftotext } = required(await findPoppler())
  if ((await runBin('vite', ['build', '--app', '--logLevel', 'warn'])) !== 0) return false
  const data = mkdtempSync(path.join(tmpdir(), 'pupitre-tour-'))
  try {
    return await tell(data, pdftotext)
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

async function tell(data: string, pdftotext: string): Promise<boolean> {
  const story = new Story(path.join(root, 'out/tour'), path.join(data, 'clock'), MONDAY)
  const hqData = path.join(data, 'hq')
  const env = { PUPITRE_CLOCK_FILE: story.clockFile }
  const userData = path.join(data, 'desk')
  const bringHq = (port: number) => startEmbeddedHq({ dataFolder: hqData, sample: 'small', port, env })

  let hq = await story.step('le siège démarre avec ses données', () => bringHq(0))
  const { url } = hq
  const desk = await story.step('Pupitre s’ouvre et s’enrôle', () =>
    openDesk({ userData, hqUrl: url, enrolmentCode: hq.enrolmentCode('rennes'), clockFile: story.clockFile }),
  )
  const { page } = desk
  const hands = new Secretary(page)
  try {
    const secretary = await story.step('la secrétaire dit qui elle est', async () => {
      await page.getByRole('heading', { name: 'Qui êtes-vous' }).waitFor()
      const name = (await hands.state()).operators.find(({ role }) => role === 'secretary')?.name ?? ''
      await story.picture(page, 'qui-etes-vous')
      await hands.sitDown(name)
      await story.picture(page, 'demandes')
      return name
    })

    const [first, second, third, later, unwanted] = await pickPeople(hands)
    const three = [first, second, third].map(nameOf)
    await story.step('trois demandes pré-validées ensemble', async () => {
      await hands.prevalidateTogether(three)
      await story.picture(page, 'trois-pre-validees')
    })
    await story.step('une demande refusée', async () => {
      await hands.startRefusing(nameOf(unwanted))
      await story.picture(page, 'refuser')
      await hands.refuseFor(REFUSAL_REASON_WORDS.dates)
    })
    await story.step('dix secondes plus tard, tout part au siège', async () => {
      story.later(11)
      await hands.exchange()
      await untilTransmitted(hands, 0)
      await hands.filter('À régler')
      await hands.open(nameOf(first))
      await hands.explainDeadline(nameOf(first))
      await story.picture(page, 'echeance-expliquee')
      await hands.close(nameOf(first))
    })
    const accepted = await statuses(hands, [first, second, third, unwanted])
    story.claim('le siège a accepté trois pré-validations et un refus', same(accepted, ['prevalidated', 'prevalidated', 'prevalidated', 'refused']), accepted)

    await story.step('le réseau est coupé : le siège est arrêté', async () => {
      await hq.stop()
      await hands.exchange()
      await page.getByText(/Hors connexion/).first().waitFor()
      await story.picture(page, 'hors-connexion')
    })
    await story.step('hors connexion : une pré-validation', async () => {
      await hands.filter('En attente')
      await hands.prevalidate(nameOf(later))
      await story.picture(page, 'pre-validee-hors-connexion')
      await hands.close(nameOf(later))
    })
    await story.step('hors connexion : deux règlements et leurs reçus', async () => {
      await hands.filter('À régler')
      await hands.startCollecting(nameOf(first), '0012345, Banque de l’Ouest')
      await story.picture(page, 'encaisser')
      await hands.collect(FEE)
      await hands.close(nameOf(first))
      await hands.filter('À régler')
      await hands.startCollecting(nameOf(second), '0098765, Banque de l’Ouest')
      await hands.collect(FEE)
      await story.picture(page, 'validee-hors-connexion')
      await hands.close(nameOf(second))
    })
    await story.step('hors connexion : la feuille d’émargement', async () => {
      const offeringId = first.entries[0]?.offeringId
      const sitting = (await hands.sittings(SESSION)).find((one) => one.offeringId === offeringId)
      if (!sitting) throw new Error('no sitting of the offering')
      await hands.printSheet(sheetButton(sitting, `${formatDay(sitting.heldOn)} ${sitting.startsAtLocal.replace(':', '\u00a0h\u00a0')}`))
      await story.picture(page, 'impressions')
    })
    await story.step('pendant ce temps, au siège, un candidat se retire', async () => {
      story.later(3600)
      const entry = second.entries[0]?.id ?? ''
      execFileSync(process.execPath, [path.join(root, 'hq/withdraw.ts'), '--data', hqData, '--entry', entry], { env: { ...process.env, ...env }, stdio: 'inherit' })
    })
    hq = await story.step('le siège revient', () => bringHq(Number(new URL(url).port)))
    await story.step('tout est transmis', async () => {
      await hands.exchange()
      await untilTransmitted(hands, 0)
      await hands.go('review')
      await story.picture(page, 'a-revoir')
      await hands.go('payments')
      await story.picture(page, 'reglements')
      await hands.go('seats')
      await story.picture(page, 'places')
      await hands.go('requests')
      await hands.filter('Toutes')
      await story.picture(page, 'a-jour')
      await page.emulateMedia({ colorScheme: 'dark' })
      await story.picture(page, 'sombre')
      await page.emulateMedia({ colorScheme: 'light' })
    })
    const atTheEnd = await statuses(hands, [first, second, third, later, unwanted])
    story.claim('les états sont ceux que le siège a décidés', same(atTheEnd, ['confirmed', 'withdrawn', 'prevalidated', 'prevalidated', 'refused']), atTheEnd)
    const reviews = await hands.reviews()
    const said = reviews.map(({ kind, code, credit, dependents }) => ({ kind, code, credit, dependents: dependents.map(({ name }) => name) }))
    story.claim(
      'le règlement du candidat retiré reste un avoir, son reçu reste, À revoir le dit une fois',
      same(said, [{ kind: 'misfit', code: 'entry-not-live', credit: { amount: 5000, currency: 'EUR', receiptNumber: '2026-B-000002' }, dependents: ['entry.confirm'] }]),
      said,
    )

    // The witness is one more device of the centre: its row reaches the desk with the next exchange.
    const truth = await story.step('ce que le siège détient, lu par le contrat', async () => {
      const code = hq.enrolmentCode('rennes')
      const rows = await readHq(url, code, (await hands.state()).appVersion)
      await hands.exchange()
      return rows
    })
    await desk.close()
    const kept = await readDesk(path.join(userData, 'pupitre.sqlite'))
    const differing = differences(kept, truth)
    story.claim('le siège et le poste détiennent exactement la même chose', differing.length === 0, differing.slice(0, 20))

    const papers = readdirSync(path.join(userData, 'documents')).filter((name) => name.endsWith('.pdf'))
    for (const name of papers) story.keep(path.join(userData, 'documents', name))
    const read = Object.fromEntries(papers.map((name) => [name, textOf(pdftotext, path.join(userData, 'documents', name))]))
    proveReceipt(story, read['Recu-2026-B-000001.pdf'], first, '2026-B-000001', '0012345')
    proveReceipt(story, read['Recu-2026-B-000002.pdf'], second, '2026-B-000002', '0098765')
    const sheet = Object.entries(read).find(([name]) => name.startsWith('Emargement-'))?.[1] ?? ''
    story.claim('la feuille porte les noms, la version et sa fraîcheur', [first, second].every((one) => sheet.includes(one.candidate.birthName)) && /version 1/.test(sheet) && /hors connexion/.test(sheet), sheet.slice(-300))

    await story.step('refermé et rouvert, tout est comme avant', async () => {
      const again = await openDesk({ userData, hqUrl: url, enrolmentCode: null, clockFile: story.clockFile })
      try {
        const state = await new Secretary(again.page).state()
        story.claim('la même personne, le même centre, rien à transmettre', state.operator?.name === secretary && state.freshness.toTransmit === 0, state.freshness)
      } finally {
        await again.close()
      }
    })
    const held = story.end({ desk: atTheEnd, hq: hqStatuses(truth, [first, second, third, later, unwanted]), reviews: said, papers, rowsCompared: truth.size })
    console.log(held ? `Tout a tenu. Captures, reçus et feuille : ${path.relative(process.cwd(), story.folder)}/` : 'La visite n’a pas tenu : voir out/tour/tour.json.')
    return held
  } catch (error) {
    await story.picture(page, 'echec').catch(() => undefined)
    story.claim('la visite va au bout', false, String(error))
    story.end({ log: desk.log })
    throw error
  } finally {
    await desk.kill().catch(() => undefined)
    await hq.stop()
  }
}

/** Five candidates who wait for one exam with seats left, each alone in the request and paying for themselves; deterministic. */
async function pickPeople(hands: Secretary): Promise<[RequestRow, RequestRow, RequestRow, RequestRow, RequestRow]> {
  const offerings = new Map((await hands.offerings(SESSION)).map((one) => [one.id, one]))
  const fit = (await hands.requests(SESSION)).filter(({ entries, organisationId, earlierRequests }) => {
    const [entry, ...others] = entries
    const offering = offerings.get(entry?.offeringId ?? '')
    const roomy = offering && offering.open && offering.seats - offering.used >= 5 && offering.sittingDates.length > 0
    return entry && others.length === 0 && entry.status === 'requested' && organisationId === null && earlierRequests === 0 && roomy
  })
  const groups = Map.groupBy(fit, ({ entries }) => entries[0]?.offeringId)
  const [one, two, three, four, five] = [...groups.values()].toSorted((a, b) => b.length - a.length)[0] ?? []
  if (!one || !two || !three || !four || !five) throw new Error('the sample has not five such candidates')
  return [one, two, three, four, five]
}

async function statuses(hands: Secretary, people: readonly RequestRow[]): Promise<string[]> {
  const rows = await hands.requests(SESSION)
  return people.map(({ id }) => rows.find((row) => row.id === id)?.entries[0]?.status ?? 'absent')
}

function hqStatuses(truth: ReadonlyMap<string, unknown>, people: readonly RequestRow[]): string[] {
  return people.map(({ entries }) => (truth.get(`entry/${entries[0]?.id}`) as { status?: string } | undefined)?.status ?? 'absent')
}

async function untilTransmitted(hands: Secretary, count: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const { toTransmit, trouble, syncing } = (await hands.state()).freshness
    if (toTransmit === count && trouble === null && !syncing) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`still to transmit: ${JSON.stringify((await hands.state()).freshness)}`)
}

function proveReceipt(story: Story, text: string | undefined, request: RequestRow, number: string, reference: string): void {
  const { birthName, firstNames, usageName } = request.candidate
  const said = [number, usageName ?? birthName, firstNames, '50,00 €', reference, 'ASCA', 'page 1 / 1']
  const missing = said.filter((words) => !text?.includes(words))
  story.claim(`le reçu ${number} dit le numéro, le nom, l’épreuve, le montant et le chèque`, missing.length === 0, missing)
  story.claim(`le reçu ${number} ne parle que d’argent`, text !== undefined && !/valid/i.test(text))
}

/** What a person reads in a PDF, every kind of space made plain. */
function textOf(pdftotext: string, file: string): string {
  readFileSync(file)
  return execFileSync(pdftotext, ['-layout', file, '-'], { encoding: 'utf8' }).replace(/[\s\u00a0\u202f]+/g, ' ')
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
