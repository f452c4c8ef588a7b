import type { FoundCentre, OfferedExam } from '../../contract/candidate-pages.ts'
import { StatusTag } from '../../kit/status-tag.tsx'
import { sayDepartment } from '../../text/pages/departments.ts'
import { STEP_PLACE } from '../../text/pages/register.ts'
import type { CatalogueExam } from './known.ts'

type CentreFactsProps = { centre: FoundCentre; exams: readonly Pick<CatalogueExam, 'id' | 'code'>[] }

/** A centre as one chooses it: its town, and for each exam the software and whether a seat is left. */
export function CentreFacts({ centre, exams }: CentreFactsProps) {
  const codeOf = (examId: string) => exams.find(({ id }) => id === examId)?.code ?? examId
  return (
    <span className="centre-facts">
      <b>{centre.name}</b>
      <span className="muted">
        {centre.town} ({sayDepartment(centre.department)})
      </span>
      {centre.offered.map((offered) => (
        <span key={offered.offeringId} className="offered">
          <span className="ex">{codeOf(offered.examId)}</span>
          <span>{saySoftware(offered)}</span>
          <SeatTag offered={offered} />
        </span>
      ))}
    </span>
  )
}

export function SeatTag({ offered }: { offered: OfferedExam }) {
  return offered.seat === 'free' ? (
    <StatusTag tone="go" icon="check">
      {STEP_PLACE.freeSeat}
    </StatusTag>
  ) : (
    <StatusTag tone="wait" icon="clock">
      {STEP_PLACE.queue}
    </StatusTag>
  )
}

/** « CIEL COMPTABILITE, EXCEL 2017 », or « sans logiciel ». */
export function saySoftware({ softwareNames }: Pick<OfferedExam, 'softwareNames'>): string {
  return softwareNames.length > 0 ? softwareNames.join(', ') : STEP_PLACE.noSoftware
}
