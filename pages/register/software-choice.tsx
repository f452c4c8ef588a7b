import type { FoundCentre } from '../../contract/candidate-pages.ts'
import type { Instant } from '../../domain/time.ts'
import { Tick } from '../../kit/fields.tsx'
import { formatMoney } from '../../text/format.ts'
import { STEP_PLACE } from '../../text/pages/register.ts'
import { sayWindow } from '../../text/pages/windows.ts'
import { fieldId } from '../form/focus-field.ts'
import { saySoftware } from './centre-facts.tsx'
import type { Change, ChoicesDraft } from './draft.ts'
import { sameWindow } from './exam-families.ts'
import type { CatalogueSession } from './known.ts'
import { OfferingChoice } from './offering-choice.tsx'
import { offeringChosen } from './step-faults.ts'
import { totalFee } from './total-fee.ts'

type SoftwareChoiceProps = {
  draft: ChoicesDraft
  change: Change<ChoicesDraft>
  sayFault: (field: string) => string | undefined
  session: CatalogueSession
  centre: FoundCentre
  now: Instant
}

/** With the centre chosen: which software where it has several, what it costs there, and that the candidate agrees. */
export function SoftwareChoice({ draft, change, sayFault, session, centre, now }: SoftwareChoiceProps) {
  const exams = session.exams.filter(({ id }) => draft.examIds.includes(id))
  const taken = centre.offered.filter(({ examId, offeringId }) => offeringChosen(draft, centre, examId) === offeringId)
  const window = sameWindow(exams)
  return (
    <section className="stack" aria-labelledby="software-title">
      <h2 id="software-title">{STEP_PLACE.software}</h2>
      {exams.map((exam) => {
        const there = centre.offered.filter(({ examId }) => examId === exam.id)
        if (there.length < 2) return null
        return (
          <OfferingChoice
            key={exam.id}
            exam={exam}
            there={there}
            chosen={offeringChosen(draft, centre, exam.id)}
            error={sayFault(`offering-${exam.id}`)}
            onChange={(offeringId) =>
              change({ offerings: { ...draft.offerings, [exam.id]: offeringId }, softwareAccepted: false })
            }
          />
        )
      })}
      {taken.length > 0 ? (
        <ul className="facts">
          {taken.map((offered) => (
            <li key={offered.offeringId}>
              <span className="ex">{exams.find(({ id }) => id === offered.examId)?.code}</span> {saySoftware(offered)}
            </li>
          ))}
        </ul>
      ) : null}
      {taken.some(({ seat }) => seat === 'queue') ? <p className="muted">{STEP_PLACE.queueText}</p> : null}
      <p>{STEP_PLACE.fee(formatMoney(totalFee(exams, centre.currency), centre.currency))}</p>
      {window ? (
        <p>{STEP_PLACE.window(sayWindow(window, now, centre).replace(/^./, (first) => first.toLowerCase()))}</p>
      ) : null}
      <Tick
        id={fieldId('softwareAccepted')}
        checked={draft.softwareAccepted}
        required
        error={sayFault('softwareAccepted')}
        onChange={(softwareAccepted) => change({ softwareAccepted })}
      >
        {centre.offered.some(({ softwareNames }) => softwareNames.length > 0)
          ? STEP_PLACE.accept
          : STEP_PLACE.acceptNone}
      </Tick>
    </section>
  )
}
