import path from 'node:path'
import { FRAME } from '../../text/screens/frame.ts'
import { START } from '../../text/screens/start.ts'
import { openDesk } from '../open-desk/open-desk.ts'
import { startEmbeddedHq } from '../start/embedded-hq.ts'
import { root } from '../tools/run-bin.ts'
import { afterExam } from './after-exam.ts'
import { readHq } from './compare.ts'
import { DeskReads } from './desk-reads.ts'
import { handOut } from './hand-out.ts'
import { handsOf } from './hands.ts'
import { Keyboard } from './keyboard.ts'
import { morning, oneSeatMore } from './morning.ts'
import { outage } from './outage.ts'
import { pickPeople } from './people.ts'
import { proveDesk, proveHq, provePapers } from './proofs.ts'
import { Story } from './story.ts'
import { SESSION, type Visit } from './visit.ts'

/** Monday 23 November 2026, 09:41 in Rennes, whatever the machine's date. */
const MONDAY = '2026-11-23T08:41:00.000Z'

/**
 * A whole Monday morning in Rennes by keyboard alone, outage included, told step by step and judged at the end.
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
  const picture = (name: string) => story.picture(page, name)
  try {
    const keyboard = await Keyboard.of(page)
    const hands = handsOf(keyboard)
    const reads = new DeskReads(page)
    await page.getByRole('heading', { name: START.who }).waitFor()
    const { operators } = await reads.state()
    const [secretary = '', manager = ''] = (['secretary', 'manager'] as const).map(
      (role) => operators.find((one) => one.role === role)?.name,
    )
    await story.step('la secrétaire dit qui elle est, et lit ce qui attend', async () => {
      await picture('qui-etes-vous')
      await hands.sitDown(secretary)
      await page.getByRole('navigation', { name: FRAME.screens }).locator('[aria-current=page] b').waitFor()
      await picture('aujourdhui')
    })
    const people = await pickPeople(reads, SESSION)
    const raised = (await reads.offerings(SESSION)).find(({ id }) => id === people.stuck.entries[0]?.offeringId)
    if (!raised) throw new Error('no offering')
    const visit: Visit = { story, keyboard, hands, reads, people, picture }
    await morning(visit)
    await oneSeatMore(visit, secretary, manager)
    await outage(visit, {
      stop: () => hq.stop(),
      bring: async () => {
        hq = await bringHq(Number(new URL(url).port))
        return hq
      },
      data: hqData,
      env,
    })
    await handOut(visit, secretary, manager)
    const atDesk = await proveDesk(visit)

    // The witness is one more device of the centre: its row reaches the desk with the next exchange.
    const truth = await story.step('ce que le siège détient, lu par le contrat', async () => {
      const code = hq.enrolmentCode('rennes')
      const rows = await readHq(url, code, (await reads.state()).appVersion)
      await hands.exchange()
      return rows
    })
    const pointerEvents = await keyboard.pointerEvents()
    story.claim('tout a été fait au clavier : aucun événement de souris', pointerEvents === 0, pointerEvents)
    await desk.close()
    const atHq = await proveHq(visit, truth, { raised, desk: path.join(userData, 'pupitre.sqlite') })
    await story.step('refermé et rouvert, tout est comme avant', async () => {
      const again = await openDesk({ userData, hqUrl: url, enrolmentCode: null, clockFile: story.clockFile })
      try {
        const state = await new DeskReads(again.page).state()
        story.claim(
          'la même personne, le même centre, rien à transmettre',
          state.operator?.name === secretary && state.freshness.toTransmit === 0,
          state.freshness,
        )
        // Last, for nothing of the morning can be read as it was once weeks have gone by: HQ's codes for new PCs have ended.
        const keys = await Keyboard.of(again.page)
        const later = { keyboard: keys, hands: handsOf(keys), reads: new DeskReads(again.page) }
        await afterExam({ ...visit, ...later, picture: (name) => story.picture(again.page, name) })
      } finally {
        await again.close()
      }
    })
    const papers = provePapers(visit, path.join(userData, 'documents'), pdftotext)
    const held = story.end({ ...atDesk, ...atHq, papers, pointerEvents })
    console.log(
      held
        ? `Tout a tenu. Captures, reçus et feuilles : ${path.relative(process.cwd(), story.folder)}/`
        : 'La visite n’a pas tenu : voir out/tour/tour.json.',
    )
    return held
  } catch (error) {
    await picture('echec').catch(() => undefined)
    story.claim('la visite va au bout', false, String(error))
    story.end({ log: desk.log })
    throw error
  } finally {
    await desk.kill().catch(() => undefined)
    await hq.stop()
  }
}
