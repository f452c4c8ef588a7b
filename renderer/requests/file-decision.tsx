import { useMemo } from 'react'
import type { RequestRow } from '../../contract/desk.ts'
import { Button } from '../../kit/button.tsx'
import { draftKey } from '../../kit/draft-key.ts'
import { Tick } from '../../kit/fields.tsx'
import { useKept } from '../../kit/kept.ts'
import { Notice } from '../../kit/status-tag.tsx'
import { sayRefusal } from '../../text/fr.ts'
import { FILE } from '../../text/screens/request-file.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { HelpButton } from '../help/help-button.tsx'
import { useRun } from '../run-click.ts'
import { useShortcuts } from '../shortcuts/use-shortcuts.ts'
import { useToast } from '../ui/toast.tsx'
import { type Answer, judgePrevalidation, type Seats, softwareName, waitingEntries } from './feasibility.ts'
import { DeadlinePreview } from './file-deadline.tsx'
import { FileHeld } from './file-held.tsx'
import { chooseAnswer, isLeftOut, type LeftOut, leftOut, NOTHING_LEFT } from './left-out.ts'
import { sayFeasibility } from './say-feasibility.ts'
import { sayPending } from './say-pending.ts'
import { sayPrevalidated } from './say-prevalidated.ts'
import type { RefuseTarget } from './use-targets-now.ts'

type FileDecisionProps = {
  request: RequestRow
  seats: Seats
  refuse: (targets: RefuseTarget[]) => void
  collect: () => void
  keepInSight: (requestIds: string[]) => void
  /** Whether V and X answer what is ticked here. */
  keys: boolean
}

const NO_KEYS: [] = []

/** What can be decided about a request now, exam by exam, with the deadline that it would start. */
export function FileDecision({ request, seats, refuse, collect, keepInSight, keys }: FileDecisionProps) {
  const { desk } = useOffice()
  const run = useRun()
  const say = useToast()
  const [choice, setChoice] = useKept<LeftOut>(draftKey('decision', [request.id]), NOTHING_LEFT, isLeftOut)
  const requested = request.entries.filter(({ status }) => status === 'requested')
  const waiting = waitingEntries(request)
  const undecided = request.entries.filter(({ status, doubtful }) => doubtful || status === 'requested')
  const doubts = new Set(undecided.flatMap((entry) => sayPending(entry) ?? []))
  const waitingIds = waiting.map(({ id }) => id)
  const left = leftOut(choice, waitingIds)
  const chosen = waiting.filter(({ id }) => !left.includes(id))
  const answer = useMemo(() => judgePrevalidation(desk, seats, chosen), [desk, seats, chosen])
  const codes = chosen.map(({ examCode }) => examCode).join(', ')
  const nothing = waiting.length > 0 ? FILE.tickOne : requested[0] && sayPending(requested[0])
  const why = chosen.length === 0 ? nothing : answer.ok ? null : whyNot(answer, chosen.length > 1)
  const prevalidate = async () => {
    const args = { requestId: request.id, entryIds: chosen.map(({ id }) => id) }
    const answered = await run([{ name: 'entry.prevalidate', args }], (done) => sayPrevalidated(done, [request]))
    if (answered) keepInSight([request.id])
  }
  const reader = whyNotAllowed(desk, 'entry.prevalidate')
  const refuseChosen = () => refuse([{ request, entryIds: chosen.map(({ id }) => id) }])
  const whyNone = reader ?? (chosen.length === 0 ? nothing : null)
  const orSay = (reason: string | null | undefined, act: () => void) => () => (reason ? say(reason) : act())
  const group = REQUESTS.keysGroup
  useShortcuts(
    keys && requested.length > 0
      ? [
          { keys: 'v', words: REQUESTS.keys.prevalidate, group, run: orSay(reader ?? why, () => void prevalidate()) },
          { keys: 'x', words: REQUESTS.keys.refuse, group, run: orSay(whyNone, refuseChosen) },
        ]
      : NO_KEYS,
  )
  const said = sayFeasibility(desk, seats, request, (code) => code)
  return (
    <section className="decision">
      {[...doubts].map((doubt) => (
        <Notice key={doubt} tone="wait" icon="clock">
          {doubt}
        </Notice>
      ))}
      {said ? <p className={said.tone}>{said.sentence}</p> : null}
      {requested.length > 1
        ? requested.map((entry) => (
            <Tick
              key={entry.id}
              id={`answer-${entry.id}`}
              checked={!entry.pending && !left.includes(entry.id)}
              reason={entry.pending ? REQUESTS.hqDecides : null}
              onChange={(on) => setChoice((before) => chooseAnswer(before, waitingIds, entry.id, on))}
            >
              {FILE.chooseEntry(entry.examCode)}
            </Tick>
          ))
        : null}
      {requested.length > 0 ? (
        <>
          <div className="buttons">
            <Button tone="primary" onPress={() => void prevalidate()} reason={reader ?? why}>
              {chosen.length < requested.length && chosen.length > 0
                ? FILE.prevalidateSome(codes)
                : REQUESTS.prevalidate}
            </Button>
            <Button tone="danger" onPress={refuseChosen} reason={whyNone}>
              {REQUESTS.refuse}
            </Button>
          </div>
          <WhyOrDeadline why={reader ?? (waiting.length > 0 ? why : null)} possible={chosen.length > 0} />
        </>
      ) : null}
      <FileHeld request={request} collect={collect} keepInSight={keepInSight} />
    </section>
  )
}

/** Why, and of several exams for which one: left out, it does not hold back the others. */
function whyNot({ refusal, offering, examCode }: Extract<Answer, { ok: false }>, several: boolean): string {
  const sentence = sayRefusal(refusal, { offering: offering ? softwareName(offering) : undefined })
  return several && examCode ? FILE.notThisOne(examCode, sentence) : sentence
}

/** Below the buttons: why they are greyed, or the deadline that they would start. */
function WhyOrDeadline({ why, possible }: { why: string | null | undefined; possible: boolean }) {
  if (why)
    return (
      <p className="no small">
        {why} <HelpButton page="possible-ou-non" />
      </p>
    )
  return possible ? <DeadlinePreview /> : null
}
