import type { OfferingRow } from '../../contract/desk.ts'
import { useKept } from '../../kit/kept.ts'
import { OFFERING_OPEN } from './kept-keys.ts'
import { OfferingLine } from './offering-line.tsx'

type ExamCardProps = {
  /** Of one exam. */
  offers: readonly OfferingRow[]
  /** The offering that another screen asked for. */
  shown: string | null
  onShown: () => void
}

/** One exam with each way in which the centre offers it. */
export function ExamCard({ offers, shown, onShown }: ExamCardProps) {
  const [expanded, setExpanded] = useKept<string | null>(OFFERING_OPEN, null)
  const [first] = offers
  if (!first) return null
  const { examId, examCode, examLabel } = first
  return (
    <section className="card exam" aria-labelledby={`code-${examId} exam-${examId}`}>
      <header>
        <span id={`code-${examId}`} className="ex">
          {examCode}
        </span>
        <h2 id={`exam-${examId}`}>{examLabel}</h2>
      </header>
      {offers.map((offering) => (
        <OfferingLine
          key={offering.id}
          offering={offering}
          shown={offering.id === shown}
          onShown={onShown}
          expanded={offering.id === expanded}
          onToggle={() => setExpanded(offering.id === expanded ? null : offering.id)}
        />
      ))}
    </section>
  )
}
