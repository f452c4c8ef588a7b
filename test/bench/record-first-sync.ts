import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { aClock, anHq } from '../helpers/an-hq.ts'
import type { Engine } from '../helpers/hq-database.ts'
import { aBigCentre, CENTRE_ID } from './a-big-centre.ts'
import { openBenchBackend } from './bench-backend.ts'
import { recordingFetch } from './recording.ts'

const ROWS_PER_TRANSACTION = 1000

/**
 * Fills a real HQ with the rows of a big centre, has a real desk do its first sync there, and keeps HQ's answers in `folder`.
 * @returns milliseconds that HQ took, over HTTP on this machine, for each page, and the bytes of them all
 */
export async function recordFirstSync(
  database: Engine,
  count: number,
  folder: string,
): Promise<{ pages: number[]; bytes: number }> {
  const hq = await anHq({ database, clock: aClock() })
  const { common, rows } = aBigCentre(count)
  await hq.publish({ centreId: null, writes: common })
  for (let from = 0; from < rows.length; from += ROWS_PER_TRANSACTION)
    await hq.publish({ centreId: CENTRE_ID, writes: rows.slice(from, from + ROWS_PER_TRANSACTION) })
  const recording = recordingFetch(folder)
  const data = mkdtempSync(path.join(tmpdir(), 'pupitre-bench-'))
  const backend = await openBenchBackend(data, recording.fetch)
  await backend.firstSync({ hqUrl: hq.url, code: await hq.enrolmentCode(CENTRE_ID) })
  await backend.stop()
  rmSync(data, { recursive: true })
  await hq.stop()
  return { pages: recording.pages, bytes: recording.bytes() }
}
