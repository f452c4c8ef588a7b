import { hash } from 'node:crypto'
import { lastLink, type NumberedPaper, nextSequenceOf } from '../../db/payments.ts'
import type { Tx } from '../../db/schema.ts'
import type { Refusal } from '../../domain/decision.ts'
import { type ChainedPaper, linkText } from '../../domain/paper-chain.ts'
import { type Instant, toLocalDate } from '../../domain/time.ts'
import { ownCentre } from '../own-centre.ts'
import type { DraftContext } from './context.ts'

/** No paper is numbered while this PC's series may have been used by another copy of it. */
export function refuseUntilSeries({ seriesAwaited }: DraftContext): Refusal | null {
  return seriesAwaited ? { code: 'series-awaited' } : null
}

/**
 * The next number of this PC's series, in the year of the centre's zone. Drawn in the transaction that keeps the row: no gap, no draft
 * with a number.
 */
export async function drawNumber(
  tx: Tx,
  paper: NumberedPaper,
  { clock, series }: DraftContext,
): Promise<{ series: string; year: number; sequence: number; issuedAt: Instant }> {
  const issuedAt = clock.now()
  const year = Number(toLocalDate(issuedAt, (await ownCentre(tx)).centre.timeZone).slice(0, 4))
  return { series, year, sequence: await nextSequenceOf(tx, paper, series, year), issuedAt }
}

/** The link of a paper about to be written, in the transaction that drew its number. */
export async function linkOf(tx: Tx, kind: NumberedPaper, paper: ChainedPaper): Promise<string> {
  return hash('sha256', linkText(await lastLink(tx, kind, paper.series), paper))
}
