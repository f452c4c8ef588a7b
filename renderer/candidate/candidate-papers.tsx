import type { DocumentRow } from '../../contract/desk.ts'
import { Button } from '../../kit/button.tsx'
import { formatDayTimeFrom } from '../../text/format.ts'
import { CANDIDATE } from '../../text/screens/candidate.ts'
import { PAPERS } from '../../text/screens/papers.ts'
import { useOffice } from '../frame/office.tsx'
import { useOpenDocument } from '../papers/open-document.ts'
import { PrintButton } from '../papers/print-button.tsx'

/** The papers printed on this PC for this person, as they were made. */
export function CandidatePapers({ documents }: { documents: readonly DocumentRow[] }) {
  const { desk } = useOffice()
  const { open, isOpening } = useOpenDocument()
  return (
    <section className="card file in-page" aria-labelledby="papers">
      <h2 id="papers">{CANDIDATE.papers}</h2>
      {documents.length === 0 ? <p className="sub">{CANDIDATE.papersNone}</p> : null}
      <ul className="payments">
        {documents.map((made) => {
          const stored = { kind: 'stored', documentId: made.id } as const
          return (
            <li key={made.id}>
              <div>
                <span className={made.cancelledBy ? 'struck' : ''}>{made.title}</span>
                <div className="sub">
                  {formatDayTimeFrom(made.madeAt, desk.now, desk.centre.timeZone)}, {made.madeBy}
                </div>
              </div>
              <PrintButton paper={made} />
              <Button
                small
                label={PAPERS.openTitle(made.title)}
                reason={made.onDisk ? null : PAPERS.gone}
                busy={isOpening(stored)}
                onPress={() => void open(stored)}
              >
                {isOpening(stored) ? PAPERS.opening : PAPERS.open}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
