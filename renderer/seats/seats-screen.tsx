import type { OfferingRow } from '../../contract/desk.ts'
import { freeSeats } from '../../domain/seats.ts'
import { useKept } from '../../kit/kept.ts'
import { SEATS } from '../../text/screens/seats.ts'
import { useRows } from '../api.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { EmptyState, ErrorState, Loading } from '../ui/empty-state.tsx'
import { OFFERING_SHOWN } from './kept-keys.ts'
import { OfferingLine } from './offering-line.tsx'

/** Places et logiciels: for each exam what the centre offers, what is taken, what is left. */
export function SeatsScreen() {
  const { desk, session } = useOffice()
  const [shown, setShown] = useKept<string | null>(OFFERING_SHOWN, null)
  const offerings = useRows('offering.list', { sessionId: session.id })
  if (offerings.isError) return <ErrorState retry={() => void offerings.refetch()} />
  if (!offerings.data) return <Loading />
  const open = offerings.data.filter((offering) => offering.open)
  const seats = open.reduce((sum, offering) => sum + offering.seats, 0)
  const free = open.reduce((sum, offering) => sum + freeSeats(offering.seats, offering.used), 0)
  const notAllowed = whyNotAllowed(desk, 'offering.set-seats')
  return (
    <div className="screen">
      <div className="head">
        <h1>{SEATS.title}</h1>
        {seats > 0 ? <p>{SEATS.summary(free, seats)}</p> : null}
        {notAllowed ? <p className="sub">{notAllowed}</p> : null}
      </div>
      {offerings.data.length === 0 ? (
        <div className="card">
          <EmptyState icon="seats" title={SEATS.emptyTitle} text={SEATS.emptyText} />
        </div>
      ) : (
        <div className="exams-grid">
          {byExam(offerings.data).map(({ exam, offers }) => (
            <section
              key={exam.examId}
              className="card exam"
              aria-labelledby={`code-${exam.examId} exam-${exam.examId}`}
            >
              <header>
                <span id={`code-${exam.examId}`} className="ex">
                  {exam.examCode}
                </span>
                <h2 id={`exam-${exam.examId}`}>{exam.examLabel}</h2>
              </header>
              {offers.map((offering) => (
                <OfferingLine
                  key={offering.id}
                  offering={offering}
                  shown={offering.id === shown}
                  onShown={() => setShown(null)}
                />
              ))}
            </section>
          ))}
        </div>
      )}
    </div>
  )
}

function byExam(offerings: readonly OfferingRow[]): { exam: OfferingRow; offers: OfferingRow[] }[] {
  const groups = new Map<string, { exam: OfferingRow; offers: OfferingRow[] }>()
  for (const offering of offerings) {
    const group = groups.get(offering.examId)
    if (group) group.offers.push(offering)
    else groups.set(offering.examId, { exam: offering, offers: [offering] })
  }
  return [...groups.values()].toSorted((a, b) => (a.exam.examCode < b.exam.examCode ? -1 : 1))
}
