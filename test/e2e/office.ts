import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base } from 'playwright/test'
import { addSeconds } from '../../domain/time.ts'
import { setClock } from '../../scripts/open-desk/clock-file.ts'
import { type Desk, openDesk } from '../../scripts/open-desk/open-desk.ts'
import { type EmbeddedHq, startEmbeddedHq } from '../../scripts/start/embedded-hq.ts'
import { MONDAY } from '../helpers/rows.ts'
import { ReadyHqData } from './ready-hq-data.ts'
import { Secretary } from './secretary.ts'

/** An office of its own for each test: data folders, clock, HQ process, window. Nothing of it outlives the test. */
export type Office = {
  folder: string
  hq: EmbeddedHq
  later(seconds: number): void
  /** HQ again, at the same address and on the same data, after `hq.stop()`; with new enrolment codes, for another PC. */
  bringHq(): Promise<void>
  /** A PC of that centre: the same one again each time, unless `deviceName` names another. */
  open(
    centre?: 'rennes' | 'papeete',
    look?: { colorScheme?: 'light' | 'dark'; size?: { width: number; height: number }; deviceName?: string },
  ): Promise<{ desk: Desk; hands: Secretary }>
}

type Options = { office: Office; sample: 'small' | 'big'; hqEnv: Record<string, string> }

export const test = base.extend<Options, { readyHqData: ReadyHqData }>({
  readyHqData: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
    async ({}, use) => {
      const ready = new ReadyHqData()
      await use(ready)
      ready.remove()
    },
    { scope: 'worker' },
  ],
  sample: ['small', { option: true }],
  /** What HQ is told by its environment, beside the clock: PGlite, and mails that wait in their queue. */
  hqEnv: [{ HQ_DATABASE_URL: '' }, { option: true }],
  office: async ({ sample, hqEnv, readyHqData }, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'pupitre-office-'))
    const clockFile = path.join(folder, 'clock')
    let now = MONDAY
    setClock(clockFile, now)
    if (hqEnv.HQ_DATABASE_URL === '') await readyHqData.copyTo(path.join(folder, 'hq'), sample)
    const start = (port: number) =>
      startEmbeddedHq({
        dataFolder: path.join(folder, 'hq'),
        sample,
        port,
        env: { PUPITRE_CLOCK_FILE: clockFile, ...hqEnv },
      })
    const hq = await start(0)
    const desks: Desk[] = []
    const office: Office = {
      folder,
      hq,
      later(seconds) {
        now = addSeconds(now, seconds)
        setClock(clockFile, now)
      },
      async bringHq() {
        office.hq = await start(Number(new URL(hq.url).port))
      },
      async open(centre = 'rennes', look = {}) {
        const enrolmentCode = office.hq.enrolmentCode(centre)
        const desk = await openDesk({
          userData: path.join(folder, `desk-${centre}${look.deviceName ?? ''}`),
          hqUrl: hq.url,
          enrolmentCode,
          clockFile,
          documents: folder,
          ...look,
        })
        desks.push(desk)
        return { desk, hands: new Secretary(desk.page) }
      },
    }
    await use(office)
    for (const desk of desks) await desk.kill().catch(() => undefined)
    await office.hq.stop()
    rmSync(folder, { recursive: true, force: true })
  },
})
