import type { HistoryLine, RequestRow } from '../../contract/desk.ts'
import type { PaymentsOf } from './payments-of.ts'

/** A line and the requests that it is about; none when it is about the person. */
export type LineAbout = { line: HistoryLine; requestIds: readonly string[] }

export type HistoryGiven = {
  candidateId: string
  /** Their requests, those of one session or of all. */
  requests: readonly RequestRow[]
  payments: PaymentsOf
  /** `entity/id` of every row that a pending command concerns. */
  pending: ReadonlySet<string>
}

type Blank = Pick<HistoryLine, 'id' | 'at' | 'kind'> & Partial<HistoryLine>

/** A line with nothing said but what is given. */
export function line(given: Blank): HistoryLine {
  return { operatorName: null, pending: false, sessionId: null, entryIds: [], detail: {}, text: null, ...given }
}
