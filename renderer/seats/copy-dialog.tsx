import { useState } from 'react'
import type { OfferingRow } from '../../contract/desk.ts'
import type { SoftwareRow } from '../../contract/desk-session.ts'
import type { ExamSession } from '../../domain/catalogue.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Tick } from '../../kit/fields.tsx'
import { Select } from '../../kit/select.tsx'
import { sayRefusal } from '../../text/fr.ts'
import { COPY, SEATS } from '../../text/screens/seats.ts'
import { useRows } from '../api.ts'
import { circumstancesOf, useOffice } from '../frame/office.tsx'
import { HelpButton } from '../help/help-button.tsx'
import { refusalsOf, useRun } from '../run-click.ts'
import { Loading } from '../ui/empty-state.tsx'
import { softwareLabel } from './offering-label.ts'
import { type CopyLine, type CopyObstacle, planCopy } from './plan-copy.ts'

type CopyDialogProps = {
  /** The session proposed first. */
  source: ExamSession
  offerings: readonly OfferingRow[]
  software: readonly SoftwareRow[]
  onClose: () => void
}

/** What another session offered, ticked where it can be offered in this one: one click, one undo. */
export function CopyDialog({ source, offerings, software, onClose }: CopyDialogProps) {
  const { desk, session } = useOffice()
  const run = useRun()
  const [sourceId, setSourceId] = useState(source.id)
  /** What the person changed of the ticks proposed. */
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map())
  const theirs = useRows('offering.list', { sessionId: sourceId }).data
  const others = desk.sessions.filter(({ id }) => id !== session.id)
  const exams = desk.exams.filter(({ sessionId }) => sessionId === session.id)
  const target = { sessionId: session.id, exams, offerings, software }
  const plan = theirs ? planCopy(theirs, target, circumstancesOf(desk)) : []
  // What was closed there is proposed, not presumed.
  const isTicked = ({ from, made }: CopyLine) => made !== null && (changed.get(from.id) ?? from.open)
  const chosen = plan.flatMap((line) => (isTicked(line) && line.made ? [line.made] : []))
  const why = chosen.length === 0 ? COPY.first : null
  const submit = async () => {
    const drafts = chosen.map((made) => ({ name: 'offering.open' as const, args: { made } }))
    const answer = await run(drafts, (done) => {
      const refusals = refusalsOf(done)
      const [first] = refusals
      const said = COPY.done(done.results.length - refusals.length)
      return first ? `${said}, ${COPY.notDone(refusals.length, sayRefusal(first))}` : said
    })
    if (answer) onClose()
  }
  const footer = (
    <>
      <p>{why}</p>
      <Button onPress={onClose}>{SEATS.cancel}</Button>
      <Button tone="primary" reason={why} onPress={() => void submit()}>
        {COPY.submit(chosen.length)}
      </Button>
    </>
  )
  const label = desk.sessions.find(({ id }) => id === sourceId)?.label ?? ''
  return (
    <Dialog title={COPY.title} help={<HelpButton page="places-et-logiciels" />} onClose={onClose} footer={footer}>
      {others.length > 1 ? (
        <Select
          shown
          label={COPY.from}
          value={sourceId}
          options={others.map((one) => ({ value: one.id, label: one.label }))}
          onChange={setSourceId}
        />
      ) : (
        <p>
          <b>{label}</b>
        </p>
      )}
      <p className="muted">{COPY.intro(session.label)}</p>
      {theirs === undefined ? <Loading /> : null}
      {theirs?.length === 0 ? <p className="muted">{COPY.none}</p> : null}
      {plan.length > 0 ? (
        <ul className="copy-list" aria-label={COPY.list}>
          {plan.map((line) => (
            <li key={line.from.id}>
              <Tick
                id={`copy-${line.from.id}`}
                checked={isTicked(line)}
                reason={line.obstacle && sayObstacle(line.obstacle, line.from)}
                onChange={(ticked) => setChanged(new Map([...changed, [line.from.id, ticked]]))}
              >
                <span className="ex">{line.from.examCode}</span> {softwareLabel(line.from)},{' '}
                {COPY.seats(line.from.seats)}
                {line.from.open ? null : <span className="sub"> ({COPY.wasClosed})</span>}
              </Tick>
            </li>
          ))}
        </ul>
      ) : null}
    </Dialog>
  )
}

function sayObstacle(obstacle: CopyObstacle, { examCode }: OfferingRow): string {
  if (obstacle.kind === 'no-exam') return COPY.noExam(examCode)
  if (obstacle.kind === 'no-software') return COPY.noSoftware(obstacle.names.join(', '))
  return obstacle.refusal.code === 'offering-exists' ? COPY.already : sayRefusal(obstacle.refusal)
}
