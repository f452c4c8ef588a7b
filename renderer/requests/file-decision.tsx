import { useMemo } from 'react'
import type { EntryRow, RequestRow } from '../../contract/desk.ts'
import { mayRun } from '../../domain/commands.ts'
import { sayRefusal } from '../../text/fr.ts'
import { FILE } from '../../text/screens/request-file.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { useOffice } from '../frame/office.tsx'
import { refusalsOf, useRun } from '../run-click.ts'
import { Button } from '../ui/button.tsx'
import { Tick } from '../ui/fields.tsx'
import { useKept } from '../ui/kept.ts'
import { type Answer, judgePrevalidation, type Seats, softwareName, waitingEntries } from './feasibility.ts'
import { DeadlinePreview, EntryDeadline } from './file-deadline.tsx'
import type { RefuseTarget } from './refuse-dialog.tsx'
import { sayPrevalidated } from './say-prevalidated.ts'

type FileDecisionProps = {
  request: RequestRow
  seats: Seats
  refuse: (targets: RefuseTarget[]) => void
  collect: () => void
  keepInSight: (requestIds: string[]) => void
}

const NONE: readonly string[] = []

/** What can be decided about a request now, exam by exam, with the deadline that it would start. */
export function FileDecision({ request, seats, refuse, collect, keepInSight }: FileDecisionProps) {
  const { desk } = useOffice()
  const run = useRun()
  // What is left out is kept, not what is chosen: an exam added later is part of the answer.
  const [left, setLeft] = useKept<readonly string[]>(`decision.${request.id}`, NONE)
  const waiting = waitingEntries(request)
  const chosen = waiting.filter(({ id }) => !left.includes(id))
  const answer = useMemo(() => judgePrevalidation(desk, seats, chosen), [desk, seats, chosen])
  const held = request.entries.filter(({ status }) => status === 'prevalidated')
  const mayDecide = mayRun('entry.prevalidate', desk.operator.role)
  const codes = chosen.map(({ examCode }) => examCode).join(', ')
  const why = chosen.length === 0 ? REQUESTS.nothingToRefuse : answer.ok ? null : whyNot(answer, chosen.length > 1)
  const prevalidate = async () => {
    const args = { requestId: request.id, entryIds: chosen.map(({ id }) => id) }
    if (await run([{ name: 'entry.prevalidate', args }], sayPrevalidated)) keepInSight([request.id])
  }
  const confirmOnAccount = async () => {
    const answered = await run([{ name: 'entry.confirm', args: { entryIds: held.map(({ id }) => id) } }], (done) => {
      const [first] = refusalsOf(done)
      return first ? sayRefusal(first) : FILE.confirmed
    })
    if (answered) keepInSight([request.id])
  }
  const reader = mayDecide ? null : REQUESTS.readerOnly
  return (
    <section className="decision">
      {waiting.length > 1
        ? waiting.map((entry) => (
            <Tick
              key={entry.id}
              id={`answer-${entry.id}`}
              checked={!left.includes(entry.id)}
              onChange={(on) =>
                setLeft((before) => (on ? before.filter((id) => id !== entry.id) : [...before, entry.id]))
              }
            >
              {FILE.chooseEntry(entry.examCode)}
            </Tick>
          ))
        : null}
      {waiting.length > 0 ? (
        <>
          <div className="buttons">
            <Button tone="primary" onPress={() => void prevalidate()} reason={reader ?? why}>
              {chosen.length < waiting.length && chosen.length > 0 ? FILE.prevalidateSome(codes) : REQUESTS.prevalidate}
            </Button>
            <Button
              tone="danger"
              onPress={() => refuse([{ request, entryIds: chosen.map(({ id }) => id) }])}
              reason={reader ?? (chosen.length === 0 ? REQUESTS.nothingToRefuse : null)}
            >
              {REQUESTS.refuse}
            </Button>
          </div>
          {(reader ?? why) ? <p className="no small">{reader ?? why}</p> : <DeadlinePreview />}
        </>
      ) : null}
      {held.length > 0 ? (
        <>
          {sameDeadlines(held).map((entry) => (
            <EntryDeadline key={entry.id} entry={entry} />
          ))}
          <div className="buttons">
            <Button
              tone="primary"
              onPress={collect}
              reason={mayRun('payment.record', desk.operator.role) ? null : REQUESTS.readerOnly}
            >
              {FILE.collect}
            </Button>
            {request.organisation?.onAccount ? (
              <Button onPress={() => void confirmOnAccount()} reason={reader}>
                {FILE.confirmOnAccount}
              </Button>
            ) : null}
          </div>
        </>
      ) : null}
    </section>
  )
}

/** Why, and of several exams for which one: left out, it does not hold back the others. */
function whyNot({ refusal, offering, examCode }: Extract<Answer, { ok: false }>, several: boolean): string {
  const sentence = sayRefusal(refusal, { offering: offering ? softwareName(offering) : undefined })
  return several && examCode ? FILE.notThisOne(examCode, sentence) : sentence
}

/** One entry for each deadline that differs. */
function sameDeadlines(entries: readonly EntryRow[]): EntryRow[] {
  return entries.filter((entry, index) => entries.findIndex((one) => one.deadlineAt === entry.deadlineAt) === index)
}
