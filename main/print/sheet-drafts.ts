import type { AttendanceOptions, RollCallOptions } from '../../contract/sheet-options.ts'
import { formatDate } from '../../text/format.ts'
import { SHEET } from '../../text/papers/attendance-sheet.ts'
import { ROLL_CALL } from '../../text/papers/roll-call.ts'
import { attendanceSheetPaper } from './attendance-sheet-paper.ts'
import { type Desk, type Draft, versionedDraft } from './document-draft.ts'
import { type RollCallContent, rollCallPaper } from './roll-call-paper.ts'
import { readSheet } from './sheet-content.ts'

const SHEET_TEMPLATE = 2
const ROLL_CALL_TEMPLATE = 1

/** Null when the sitting is not here, or was called off. */
export async function attendanceSheetDraft(
  desk: Desk,
  sittingId: string,
  options?: AttendanceOptions,
): Promise<Draft | null> {
  const sheet = await readSheet(desk.db, sittingId)
  if (!sheet) return null
  const { content, sessionId, received } = sheet
  const { examCode, heldOn, timeZone } = content
  return await versionedDraft(desk, {
    ...{ kind: 'attendance-sheet', refId: sittingId, sessionId, content, timeZone },
    title: SHEET.title(examCode, formatDate(heldOn)),
    templateVersion: SHEET_TEMPLATE,
    fileName: `Emargement-${heldOn}-${examCode}`,
    htmlOf: (made) => attendanceSheetPaper(content, made, options, received),
  })
}

/** Null when the sitting is not here, or was called off. */
export async function rollCallDraft(desk: Desk, sittingId: string, options?: RollCallOptions): Promise<Draft | null> {
  const sheet = await readSheet(desk.db, sittingId)
  if (!sheet) return null
  const { sessionId, received, phones } = sheet
  const candidates = sheet.content.candidates.map((one, index) => ({ ...one, phone: phones[index] ?? '' }))
  const content: RollCallContent = { ...sheet.content, candidates }
  const { examCode, heldOn, timeZone } = content
  return await versionedDraft(desk, {
    ...{ kind: 'roll-call', refId: sittingId, sessionId, content, timeZone },
    title: ROLL_CALL.title(examCode, formatDate(heldOn)),
    templateVersion: ROLL_CALL_TEMPLATE,
    fileName: `Appel-${heldOn}-${examCode}`,
    htmlOf: (made) => rollCallPaper(content, made, options, received),
  })
}
