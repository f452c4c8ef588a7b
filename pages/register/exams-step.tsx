import type { CatalogueAnswer } from '../../contract/candidate-pages.ts'
import { registrationState } from '../../domain/registration.ts'
import type { Instant } from '../../domain/time.ts'
import { Choices, Tick } from '../../kit/fields.tsx'
import { formatDuration, formatMoney } from '../../text/format.ts'
import { STEP_EXAMS } from '../../text/pages/register.ts'
import { sayExamWindow, sayWindow } from '../../text/pages/windows.ts'
import { fieldId } from '../form/focus-field.ts'
import type { Change, ChoicesDraft } from './draft.ts'
import { byFamily, sameWindow } from './exam-families.ts'
import type { CatalogueExam, CatalogueSession } from './known.ts'

type ExamsStepProps = {
  draft: ChoicesDraft
  change: Change<ChoicesDraft>
  sayFault: (field: string) => string | undefined
  catalogue: CatalogueAnswer
  session: CatalogueSession | null
  now: Instant
  /** Exams that the signed-in candidate has asked for already. */
  askedExamIds?: readonly string[]
  /** The session is not theirs to choose: one more exam is asked for beside others. */
  sessionFixed?: boolean
}

/** The session, then its exams by family, each with its window when it cannot be asked for. */
export function ExamsStep({ draft, change, sayFault, catalogue, session, now, ...given }: ExamsStepProps) {
  const { askedExamIds = [], sessionFixed = false } = given
  if (!session) return <p>{STEP_EXAMS.noSession}</p>
  const chosen = draft.examIds.filter((id) => session.exams.some((exam) => exam.id === id))
  const toggle = (id: string, on: boolean) =>
    change({
      sessionId: session.id,
      examIds: on ? [...chosen, id] : chosen.filter((one) => one !== id),
      // Accepted for the exams of before: with others, the software may be others too.
      softwareAccepted: false,
    })
  const fault = sayFault('examIds')
  const common = sameWindow(session.exams)
  return (
    <>
      {catalogue.sessions.length > 1 && !sessionFixed ? (
        <Choices
          label={STEP_EXAMS.session}
          value={session.id}
          options={catalogue.sessions.map(({ id, label }) => ({ value: id, label }))}
          onChange={(sessionId) => change({ sessionId, examIds: [], centreId: '', softwareAccepted: false })}
        />
      ) : (
        <h2>{session.label}</h2>
      )}
      {common ? <p className="window">{sayWindow(common, now)}</p> : null}
      <p>{STEP_EXAMS.intro}</p>
      <div id={fieldId('examIds')} className="stack">
        {byFamily(session.exams).map(([family, exams]) => (
          <fieldset key={family} className="family">
            <legend>{STEP_EXAMS.family(family)}</legend>
            {exams.map((exam) => (
              <ExamTick
                key={exam.id}
                exam={exam}
                checked={chosen.includes(exam.id)}
                asked={askedExamIds.includes(exam.id)}
                now={now}
                onChange={(on) => toggle(exam.id, on)}
              />
            ))}
          </fieldset>
        ))}
        {fault ? <p className="said-fault">{fault}</p> : null}
      </div>
    </>
  )
}

type ExamTickProps = {
  exam: CatalogueExam
  checked: boolean
  asked: boolean
  now: Instant
  onChange: (on: boolean) => void
}

function ExamTick({ exam, checked, asked, now, onChange }: ExamTickProps) {
  const shut = registrationState(exam, now) !== 'open'
  const why = asked ? STEP_EXAMS.asked : shut ? sayExamWindow(exam, now) : null
  const { EUR, XPF } = exam.fee
  return (
    // One that closed after it was ticked can still be taken off.
    <Tick id={`exam-${exam.id}`} checked={checked} reason={checked ? null : why} onChange={onChange}>
      <span className="exam-name">
        <b>{exam.code}</b> {exam.label}
      </span>
      <span className="sub">
        {[
          STEP_EXAMS.duration(formatDuration(exam.minutes * 60)),
          ...(exam.needsSoftware ? [STEP_EXAMS.withSoftware] : []),
          STEP_EXAMS.fee(formatMoney(EUR, 'EUR'), formatMoney(XPF, 'XPF')),
        ].join(' · ')}
      </span>
    </Tick>
  )
}
