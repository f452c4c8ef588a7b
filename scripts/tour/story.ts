import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright'
import { addSeconds, type Instant } from '../../domain/time.ts'
import { setClock } from '../open-desk/clock-file.ts'

type Step = { step: string; at: Instant; milliseconds: number }
type Held = { claim: string; held: boolean; found?: unknown }

/** What the tour leaves behind: screenshots, papers, and `tour.json`, which says what was done and whether it held. */
export class Story {
  readonly folder: string
  readonly clockFile: string
  now: Instant
  readonly #steps: Step[] = []
  readonly #held: Held[] = []
  #pictures = 0

  constructor(folder: string, clockFile: string, now: Instant) {
    this.folder = folder
    this.clockFile = clockFile
    this.now = now
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    setClock(clockFile, now)
  }

  /** Moves the one clock of the desk and of HQ. */
  later(seconds: number): void {
    this.now = addSeconds(this.now, seconds)
    setClock(this.clockFile, this.now)
  }

  async step<T>(step: string, work: () => Promise<T>): Promise<T> {
    console.log(`· ${step}`)
    const from = performance.now()
    const value = await work()
    this.#steps.push({ step, at: this.now, milliseconds: Math.round(performance.now() - from) })
    return value
  }

  async picture(page: Page, name: string): Promise<void> {
    this.#pictures++
    const file = `${String(this.#pictures).padStart(2, '0')}-${name}.png`
    await page.screenshot({ path: path.join(this.folder, file), animations: 'disabled' })
  }

  keep(file: string): void {
    copyFileSync(file, path.join(this.folder, path.basename(file)))
  }

  /** Notes a claim that must hold; the tour goes on, so that one run tells all that is wrong. */
  claim(claim: string, held: boolean, found?: unknown): void {
    this.#held.push(held ? { claim, held } : { claim, held, found })
    if (!held) console.error(`✗ ${claim}${found === undefined ? '' : ` : ${JSON.stringify(found)}`}`)
  }

  /** @returns whether everything held */
  end(states: Record<string, unknown>): boolean {
    const held = this.#held.every((one) => one.held)
    const report = { held, claims: this.#held, steps: this.#steps, ...states }
    writeFileSync(path.join(this.folder, 'tour.json'), `${JSON.stringify(report, null, 2)}\n`)
    return held
  }
}
