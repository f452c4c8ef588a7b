import type { TodayDeadline } from '../../contract/desk-today.ts'
import { fullName } from '../../domain/candidate.ts'
import { StatusTag, type Tone } from '../../kit/status-tag.tsx'
import { sayRefusal } from '../../text/fr.ts'
import { FILE } from '../../text/screens/request-file.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { sayDeadline, sayDeadlineTag, TODAY } from '../../text/screens/today.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { shortExamCodes } from '../requests/exam-names.ts'
import { refusalsOf, useRun } from '../run-click.ts'
import { ActButton, Line } from './line.tsx'
import type { Asked } from './today-dialog.tsx'
import type { Act } from './use-lines.ts'

const TONES: Readonly<Record<TodayDeadline['day'], Tone>> = { over: 'stop', today: 'due', tomorrow: 'wait' }

type DeadlineLineProps = {
  deadline: TodayDeadline
  gone: boolean
  /** Opens the dialog of what needs more to be said. */
  ask: (asked: Asked) => void
}

/** A payment that is awaited by tomorrow, or was: to remind, to put off, to release, to take. */
export function DeadlineLine({ deadline, gone, ask }: DeadlineLineProps) {
  const { desk, openCandidate, showReminders } = useOffice()
  const run = useRun()
  const { request, entryIds, day } = deadline
  const { candidate } = request
  const { timeZone } = desk.centre
  const name = fullName(candidate)
  const seeMail = { words: REQUESTS.seeMail, run: () => showReminders([{ request, entryIds }]) }
  const remind = (means: 'mail' | 'phone') =>
    void run(
      [{ name: 'reminder.sent', args: { requestId: request.id, entryIds, means } }],
      (done) => {
        const [first] = refusalsOf(done)
        return first ? sayRefusal(first) : REQUESTS.doneFor(means === 'mail' ? TODAY.reminded : TODAY.phoned, name)
      },
      { offers: means === 'mail' ? [seeMail] : [] },
    )
  const mayRemind = whyNotAllowed(desk, 'reminder.sent')
  const about = name
  const called: Act = {
    letter: 't',
    words: candidate.phone,
    about: TODAY.called(name),
    reason: mayRemind,
    run: () => remind('phone'),
  }
  const noMail = candidate.email === '' ? TODAY.noMail : null
  const acts: Act[] = [
    { letter: 'r', words: TODAY.remind, about, reason: mayRemind ?? noMail, run: () => remind('mail') },
    {
      ...{ letter: 'p', words: TODAY.extend, about, reason: whyNotAllowed(desk, 'entry.extend') },
      run: () => ask({ kind: 'extend', requestId: request.id }),
    },
  ]
  if (day === 'over')
    acts.push({
      ...{ letter: 'l', words: TODAY.release, about, reason: whyNotAllowed(desk, 'entry.release') },
      run: () => ask({ kind: 'release', requestId: request.id }),
    })
  acts.push({
    ...{ letter: 'e', words: TODAY.collect, about, reason: whyNotAllowed(desk, 'payment.record') },
    run: () => ask({ kind: 'collect', requestId: request.id }),
  })
  const announced = request.entries.some(
    ({ id, chequeAnnouncedAt }) => entryIds.includes(id) && chequeAnnouncedAt !== null,
  )
  const shortCodes = shortExamCodes(desk.exams.filter(({ sessionId }) => sessionId === request.sessionId))
  const codes = request.entries.filter(({ id }) => entryIds.includes(id)).map(({ examCode }) => examCode)
  return (
    <Line
      id={`deadline-${request.id}`}
      acts={acts}
      more={called}
      open={() => openCandidate(request.candidateId)}
      gone={gone}
    >
      <p>
        <b>{name}</b>{' '}
        {codes.map((code) => (
          <span key={code} className="ex">
            {shortCodes.get(code) ?? code}
          </span>
        ))}
      </p>
      <p className="sub">
        <StatusTag tone={TONES[day]} icon={day === 'over' ? 'alert' : 'clock'}>
          {sayDeadlineTag(deadline, timeZone)}
        </StatusTag>{' '}
        {announced ? (
          <StatusTag tone="wait" icon="payments">
            {FILE.chequeAnnounced}
          </StatusTag>
        ) : null}{' '}
        {sayDeadline(deadline, request.organisation?.name ?? null, { now: desk.now, timeZone })} ·{' '}
        {candidate.phone ? <ActButton act={called} tone="link" /> : null}
      </p>
    </Line>
  )
}
