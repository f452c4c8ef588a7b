import type { RequestRow } from '../../contract/desk.ts'
import { rowsBy } from '../../db/request-parts.ts'
import type { Db } from '../../db/schema.ts'
import { type DecisionMade, readDecisionsAbout } from './decisions-about.ts'
import { type HistoryGiven, type LineAbout, line } from './history-line.ts'
import { entryLines } from './history-of-entries.ts'
import { moneyLines } from './history-of-money.ts'

/** Everything that happened to a candidate's requests, with who and when, the latest first. Reads by indexes. */
export async function readHistory(db: Db, given: HistoryGiven): Promise<LineAbout[]> {
  const { candidateId, requests } = given
  const requestIds = requests.map(({ id }) => id)
  const decisions = await readDecisionsAbout(db, candidateId, requestIds)
  const lines = [
    ...requests.flatMap(requestLines),
    ...entryLines(requests, decisions),
    ...decisions.filter(({ entryIds }) => entryIds.length === 0).map(personLine),
    ...moneyLines(given),
    ...(await saidLines(db, given)),
    ...(await reviewLines(db, given)),
  ]
  // What follows another in the same instant comes after it: a receipt after its payment.
  return lines
    .map((one, index) => ({ one, index }))
    .sort((a, b) => b.one.line.at.localeCompare(a.one.line.at) || b.index - a.index)
    .map(({ one }) => one)
}

function requestLines(request: RequestRow): LineAbout[] {
  const { id, sessionId, emailConfirmedAt, receivedAt, changes, dataCheckedAt, entries } = request
  const requestIds = [id]
  const exam = entries.map(({ examCode }) => examCode).join(', ')
  const told: LineAbout[] = [
    { line: line({ id: `${id} address`, at: emailConfirmedAt, kind: 'email.confirmed', sessionId }), requestIds },
    {
      line: line({ id: `${id} received`, at: receivedAt, kind: 'request.received', sessionId, detail: { exam } }),
      requestIds,
    },
  ]
  for (const [version, made] of Map.groupBy(changes, (change) => change.version)) {
    const changed = [...new Set(made.map(({ what }) => what))].join(' ')
    const [first] = made
    if (!first) continue
    const detail = { version, changed }
    const modified = { id: `${id} version ${version}`, at: first.at, kind: 'request.modified', sessionId, detail }
    told.push({ line: line(modified), requestIds })
  }
  if (dataCheckedAt !== null)
    told.push({
      line: line({ id: `${id} checked`, at: dataCheckedAt, kind: 'data.checked', sessionId }),
      requestIds,
    })
  return told
}

/** What was decided about the person: an identity corrected, an address changed. */
function personLine({ id, name, at, operatorName, pending, doubtful, detail }: DecisionMade): LineAbout {
  const told = doubtful ? { ...detail, doubtful: 1 } : detail
  return { line: line({ id, at, kind: name, operatorName, pending, detail: told }), requestIds: [] }
}

/** What a version is called of the papers that the ledger keeps. */
const VERSION_OF: Readonly<Record<string, string>> = {
  convocation: 'convocation',
  'attendance-attestation': 'attestation',
}

/** Calls, reminders, papers issued, « Vérifiez vos données ». */
async function saidLines(db: Db, { candidateId, requests, pending }: HistoryGiven): Promise<LineAbout[]> {
  const requestIds = requests.map(({ id }) => id)
  const codeOf = new Map(requests.flatMap(({ entries }) => entries.map(({ id, examCode }) => [id, examCode])))
  const notes = await rowsBy(db, 'callNote', 'candidateId', [candidateId])
  const reminders = await rowsBy(db, 'reminder', 'requestId', requestIds)
  const papers = await rowsBy(db, 'issuedPaper', 'candidateId', [candidateId])
  const sessionIds = [...new Set(requests.map(({ sessionId }) => sessionId))]
  const checks = await rowsBy(db, 'dataCheck', 'sessionId', sessionIds)
  const marks = await rowsBy(db, 'attendanceMark', 'candidateId', [candidateId])
  const sittings = await rowsBy(db, 'sitting', 'id', [...new Set(marks.map(({ sittingId }) => sittingId))])
  const heldOn = new Map(sittings.map((sitting) => [sitting.id, sitting.heldOn]))
  return [
    ...notes.map(({ id, notedAt, notedBy, means, text }) => ({
      line: line({
        ...{ id, at: notedAt, kind: 'call.note', operatorName: notedBy, text },
        pending: pending.has(`callNote/${id}`),
        detail: { means },
      }),
      requestIds: [],
    })),
    ...reminders.map(({ id, sentAt, sentBy, means, sessionId, requestId, entryIds }) => ({
      line: line({
        ...{ id, at: sentAt, kind: 'reminder.sent', operatorName: sentBy, sessionId },
        pending: pending.has(`reminder/${id}`),
        detail: { means, exam: entryIds.flatMap((entryId) => codeOf.get(entryId) ?? []).join(', ') },
      }),
      requestIds: [requestId],
    })),
    ...papers
      .filter(({ sessionId }) => sessionIds.includes(sessionId))
      .map(({ id, issuedAt, issuedBy, kind, version, sessionId, requestId }) => ({
        line: line({
          ...{ id, at: issuedAt, kind: 'paper.issue', operatorName: issuedBy, sessionId },
          pending: pending.has(`issuedPaper/${id}`),
          detail: { [VERSION_OF[kind] ?? 'version']: version },
        }),
        requestIds: [requestId],
      })),
    ...marks
      .filter(({ sessionId }) => sessionIds.includes(sessionId))
      .map(({ id, markedAt, markedBy, attendance, sessionId, requestId, entryId, sittingId }) => ({
        line: line({
          ...{ id, at: markedAt, kind: 'attendance.mark', operatorName: markedBy, sessionId, entryIds: [entryId] },
          pending: pending.has(`attendanceMark/${id}`),
          detail: {
            attendance: attendance ?? 'none',
            exam: codeOf.get(entryId) ?? '',
            heldOn: heldOn.get(sittingId) ?? '',
          },
        }),
        requestIds: [requestId],
      })),
    ...checks.flatMap(({ id, sessionId, askedAt, askedBy }) => {
      // Who got their seat afterwards was sent no mail.
      const asked = requests.filter(
        (request) =>
          request.sessionId === sessionId &&
          request.entries.some(({ prevalidatedAt }) => prevalidatedAt !== null && prevalidatedAt <= askedAt),
      )
      if (asked.length === 0) return []
      const isPending = pending.has(`dataCheck/${id}`)
      const told = { id, at: askedAt, kind: 'data-check.ask', operatorName: askedBy, sessionId, pending: isPending }
      return [{ line: line(told), requestIds: asked.map((request) => request.id) }]
    }),
  ]
}

/** What HQ could not accept, what no longer fits, and what somebody did about it. */
async function reviewLines(db: Db, { requests, pending }: HistoryGiven): Promise<LineAbout[]> {
  const sessionOf = new Map(requests.map(({ id, sessionId }) => [id, sessionId]))
  const items = await rowsBy(db, 'reviewItem', 'requestId', [...sessionOf.keys()])
  const settlements = await rowsBy(
    db,
    'reviewSettlement',
    'reviewItemId',
    items.map(({ id }) => id),
  )
  const codeOf = new Map(requests.flatMap(({ entries }) => entries.map(({ id, examCode }) => [id, examCode])))
  return items.flatMap((item) => {
    const { id, requestId, judgedAt, operatorName, name, code, kind, detail, entryIds } = item
    const about = { sessionId: sessionOf.get(requestId ?? '') ?? null }
    const exam = entryIds.flatMap((entryId) => codeOf.get(entryId) ?? []).join(', ')
    const requestIds = requestId === null ? [] : [requestId]
    const asked = line({
      ...{ id, at: judgedAt, kind: `review.${kind}`, operatorName: operatorName || null, ...about },
      detail: { ...detail, name, code, exam },
    })
    const settled = settlements
      .filter(({ reviewItemId }) => reviewItemId === id)
      .map(({ id: settlementId, settledAt, settledBy, choice, note }) => ({
        line: line({
          ...{ id: settlementId, at: settledAt, kind: 'review.settle', operatorName: settledBy, text: note, ...about },
          pending: pending.has(`reviewSettlement/${settlementId}`),
          detail: { choice },
        }),
        requestIds,
      }))
    return [{ line: asked, requestIds }, ...settled]
  })
}
