import { execFileSync } from 'node:child_process'
import path from 'node:path'
import type { SittingRow } from '../../contract/desk.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import type { EmbeddedHq } from '../start/embedded-hq.ts'
import { root } from '../tools/run-bin.ts'
import { FEE } from './morning.ts'
import { nameOf } from './people.ts'
import { SESSION, sendAll, type Visit } from './visit.ts'

type Headquarters = {
  stop: () => Promise<void>
  /** The same, at the same address and on the same data. */
  bring: () => Promise<EmbeddedHq>
  data: string
  env: Readonly<Record<string, string>>
}

/** The network is out for an hour of work; at HQ somebody withdraws meanwhile; it comes back. */
export async function outage(visit: Visit, hq: Headquarters): Promise<void> {
  const { story, hands, people, picture, keyboard } = visit
  const { later, second } = people
  await story.step('le réseau est coupé : le siège est arrêté', async () => {
    await hq.stop()
    await hands.exchange()
    await keyboard.page
      .getByText(/Hors connexion/)
      .first()
      .waitFor()
  })
  await story.step('hors connexion : une pré-validation, un règlement et son reçu', async () => {
    await hands.prevalidate(nameOf(later))
    await picture('hors-connexion')
    await hands.filterState(REQUESTS.filter.due)
    await hands.startCollecting(nameOf(second), '0098765, Banque de l’Ouest')
    await hands.collect(FEE)
    await picture('encaisse-hors-connexion')
  })
  const sitting = await sittingOf(visit)
  await story.step('hors connexion : la feuille d’émargement', async () => {
    await hands.go('papers')
    await hands.printSheet(sitting, 1)
    await picture('impressions')
  })
  await story.step('pendant ce temps, au siège, un candidat se retire', async () => {
    story.later(3600)
    const entry = second.entries[0]?.id ?? ''
    execFileSync(process.execPath, [path.join(root, 'hq/withdraw.ts'), '--data', hq.data, '--entry', entry], {
      env: { ...process.env, ...hq.env },
      stdio: 'inherit',
    })
  })
  await story.step('le siège revient', hq.bring)
  await story.step('tout est transmis ; ce qui ne va pas est dans À revoir', async () => {
    await sendAll(visit)
    await hands.go('review')
    await picture('a-revoir')
  })
  await story.step('la feuille d’émargement, sans qui s’est retiré', async () => {
    await hands.go('papers')
    await hands.printSheet(sitting, 2)
    await picture('feuille')
  })
  await story.step('la fin de la matinée', async () => {
    await hands.go('payments')
    await picture('reglements')
    await hands.go('today')
    await picture('ce-qui-reste')
    await keyboard.page.emulateMedia({ colorScheme: 'dark' })
    await picture('sombre')
    await keyboard.page.emulateMedia({ colorScheme: 'light' })
  })
}

async function sittingOf({ reads, people }: Visit): Promise<SittingRow> {
  const offeringId = people.first.entries[0]?.offeringId
  const sitting = (await reads.sittings(SESSION)).find((one) => one.offeringId === offeringId)
  if (!sitting) throw new Error('no sitting of the offering')
  return sitting
}
