import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { formatDay, formatMoney } from '../../text/format.ts'
import { REFUSAL_REASON_WORDS } from '../../text/fr.ts'
import { openDesk } from '../open-desk/open-desk.ts'
import { startEmbeddedHq } from '../start/embedded-hq.ts'
import { root } from '../tools/run-bin.ts'
import { differences, readDesk, readHq, same } from './compare.ts'
import { proveReceipt, textOf } from './papers.ts'
import { pickPeople, statusesAtDesk, statusesAtHq } from './people.ts'
import { nameOf, Secretary, sheetButton } from './secretary.ts'
import { Story } from './story.ts'

/** Monday 23 November 2026, 09:41 in Rennes, whatever the machine's date. */
const MONDAY = '2026-11-23T08:41:00.000Z'
const SESSION = '2027-01'
const FEE = formatMoney(5000, 'EUR')

/**
 * The main job of a secretary in Rennes, outage included, told step by step and judged at the end.
 * @param data a folder for HQ's and the desk's data @param pdftotext the program that reads papers back
 * @returns whether every claim held; `out/tour/tour.json` says which
 */
export async function tell(data: string, pdftotext: string): Promise<boolean> {
  const story = new Story(path.join(root, 'out/tour'), path.join(data, 'clock'), MONDAY)
  const hqData = path.join(data, 'hq')
  // HQ's own embedded database, whatever the environment says.
  const env = { PUPITRE_CLOCK_FILE: story.clockFile, HQ_DATABASE_URL: '' }
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

    const [first, second, third, later, unwanted] = await pickPeople(hands, SESSION)
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
    const accepted = await statusesAtDesk(hands, SESSION, [first, second, third, unwanted])
    story.claim(
      'le siège a accepté trois pré-validations et un refus',
      same(accepted, ['prevalidated', 'prevalidated', 'prevalidated', 'refused']),
      accepted,
    )

    await story.step('le réseau est coupé : le siège est arrêté', async () => {
      await hq.stop()
      await hands.exchange()
      await page
        .getByText(/Hors connexion/)
        .first()
        .waitFor()
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
      await hands.printSheet(
        sheetButton(sitting, `${formatDay(sitting.heldOn)} ${sitting.startsAtLocal.replace(':', '\u00a0h\u00a0')}`),
      )
      await story.picture(page, 'impressions')
    })
    await story.step('pendant ce temps, au siège, un candidat se retire', async () => {
      story.later(3600)
      const entry = second.entries[0]?.id ?? ''
      execFileSync(process.execPath, [path.join(root, 'hq/withdraw.ts'), '--data', hqData, '--entry', entry], {
        env: { ...process.env, ...env },
        stdio: 'inherit',
      })
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
    const atTheEnd = await statusesAtDesk(hands, SESSION, [first, second, third, later, unwanted])
    story.claim(
      'les états sont ceux que le siège a décidés',
      same(atTheEnd, ['confirmed', 'withdrawn', 'prevalidated', 'prevalidated', 'refused']),
      atTheEnd,
    )
    const reviews = await hands.reviews()
    const said = reviews.map(({ kind, code, payment, dependents }) => ({
      kind,
      code,
      payment,
      dependents: dependents.map(({ name }) => name),
    }))
    story.claim(
      'le règlement du candidat retiré reste un trop-perçu, son reçu reste, À revoir le dit une fois',
      same(said, [
        {
          kind: 'misfit',
          code: 'entry-not-live',
          payment: { amount: 5000, currency: 'EUR', credit: 5000, voided: false, receiptNumber: '2026-B-000002' },
          dependents: ['entry.confirm'],
        },
      ]),
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
    story.claim(
      'le siège et le poste détiennent exactement la même chose',
      differing.length === 0,
      differing.slice(0, 20),
    )

    const papers = readdirSync(path.join(userData, 'documents')).filter((name) => name.endsWith('.pdf'))
    for (const name of papers) story.keep(path.join(userData, 'documents', name))
    const read = Object.fromEntries(
      papers.map((name) => [name, textOf(pdftotext, path.join(userData, 'documents', name))]),
    )
    proveReceipt(story, read['Recu-2026-B-000001.pdf'], first, '2026-B-000001', '0012345')
    proveReceipt(story, read['Recu-2026-B-000002.pdf'], second, '2026-B-000002', '0098765')
    const sheet = Object.entries(read).find(([name]) => name.startsWith('Emargement-'))?.[1] ?? ''
    story.claim(
      'la feuille porte les noms, la version et sa fraîcheur',
      [first, second].every((one) => sheet.includes(one.candidate.birthName)) &&
        /version 1/.test(sheet) &&
        /hors connexion/.test(sheet),
      sheet.slice(-300),
    )

    await story.step('refermé et rouvert, tout est comme avant', async () => {
      const again = await openDesk({ userData, hqUrl: url, enrolmentCode: null, clockFile: story.clockFile })
      try {
        const state = await new Secretary(again.page).state()
        story.claim(
          'la même personne, le même centre, rien à transmettre',
          state.operator?.name === secretary && state.freshness.toTransmit === 0,
          state.freshness,
        )
      } finally {
        await again.close()
      }
    })
    const held = story.end({
      desk: atTheEnd,
      hq: statusesAtHq(truth, [first, second, third, later, unwanted]),
      reviews: said,
      papers,
      rowsCompared: truth.size,
    })
    console.log(
      held
        ? `Tout a tenu. Captures, reçus et feuille : ${path.relative(process.cwd(), story.folder)}/`
        : 'La visite n’a pas tenu : voir out/tour/tour.json.',
    )
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

async function untilTransmitted(hands: Secretary, count: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const { toTransmit, trouble, syncing } = (await hands.state()).freshness
    if (toTransmit === count && trouble === null && !syncing) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`still to transmit: ${JSON.stringify((await hands.state()).freshness)}`)
}
