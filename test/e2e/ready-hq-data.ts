import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setClock } from '../../scripts/open-desk/clock-file.ts'
import { startEmbeddedHq } from '../../scripts/start/embedded-hq.ts'
import { MONDAY } from '../helpers/rows.ts'

type Sample = 'small' | 'big'

/**
 * Folders of an embedded HQ with its sample data of Monday, as its first start leaves them: each sample is made once, by a real HQ that is
 * stopped in order, then copied. Making one costs more than most tests.
 */
export class ReadyHqData {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'pupitre-ready-hq-'))
  readonly #made = new Map<Sample, Promise<string>>()

  /** Fills a folder that does not exist yet. */
  async copyTo(dataFolder: string, sample: Sample): Promise<void> {
    const made = this.#made.get(sample) ?? this.#make(sample)
    this.#made.set(sample, made)
    cpSync(await made, dataFolder, { recursive: true, preserveTimestamps: true })
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }

  async #make(sample: Sample): Promise<string> {
    const clockFile = path.join(this.#folder, 'clock')
    setClock(clockFile, MONDAY)
    const dataFolder = path.join(this.#folder, sample)
    const env = { PUPITRE_CLOCK_FILE: clockFile, HQ_DATABASE_URL: '' }
    await (await startEmbeddedHq({ dataFolder, sample, port: 0, env })).stop()
    return dataFolder
  }
}
