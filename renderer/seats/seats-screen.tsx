import { useState } from 'react'
import type { OfferingRow } from '../../contract/desk.ts'
import { freeSeats } from '../../domain/seats.ts'
import { Button } from '../../kit/button.tsx'
import { useKept } from '../../kit/kept.ts'
import { COPY, OPEN_OFFERING, SEATS } from '../../text/screens/seats.ts'
import { useRows } from '../api.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { HelpButton } from '../help/help-button.tsx'
import { useShortcuts } from '../shortcuts/use-shortcuts.ts'
import { EmptyState, ErrorState, Loading } from '../ui/empty-state.tsx'
import { CandidatesRead } from './candidates-read.tsx'
import { CopyDialog } from './copy-dialog.tsx'
import { ExamCard } from './exam-card.tsx'
import { OFFERING_SHOWN } from './kept-keys.ts'
import { OpenOfferingDialog } from './open-offering-dialog.tsx'
import { sessionToCopy } from './plan-copy.ts'

/** Places et logiciels: for each exam what the centre offers, what is taken, what is left; and what is opened and closed. */
export function SeatsScreen() {
  const { desk, session } = useOffice()
  const [shown, setShown] = useKept<string | null>(OFFERING_SHOWN, null)
  const [asking, setAsking] = useState<'open' | 'copy' | null>(null)
  const offerings = useRows('offering.list', { sessionId: session.id })
  const software = useRows('software.list', {})
  const notAllowed = whyNotAllowed(desk, 'offering.open')
  const source = sessionToCopy(desk.sessions, session)
  const ask = (what: 'open' | 'copy') => (notAllowed ? undefined : setAsking(what))
  useShortcuts([
    { keys: 'o', words: OPEN_OFFERING.button, group: SEATS.title, run: () => ask('open') },
    ...(source ? [{ keys: 'c', words: COPY.button(source.label), group: SEATS.title, run: () => ask('copy') }] : []),
    { keys: ['ArrowUp', 'ArrowDown'], words: SEATS.shortcutUp, group: SEATS.title, run: null },
    { keys: 'Enter', words: SEATS.shortcutSave, group: SEATS.title, run: null },
    { keys: 'Tab', words: SEATS.shortcutNext, group: SEATS.title, run: null },
    { keys: 'Escape', words: SEATS.shortcutBack, group: SEATS.title, run: null },
  ])
  if (offerings.isError || software.isError)
    return <ErrorState retry={() => void Promise.all([offerings.refetch(), software.refetch()])} />
  if (!offerings.data || !software.data) return <Loading />
  const exams = byExam(offerings.data)
  const without = desk.exams.filter(
    ({ id, sessionId }) => sessionId === session.id && !exams.some(([first]) => first?.examId === id),
  )
  const buttons = (
    <>
      {source ? (
        <Button reason={notAllowed} onPress={() => setAsking('copy')}>
          {COPY.button(source.label)}
        </Button>
      ) : null}
      <Button tone="primary" reason={notAllowed} onPress={() => setAsking('open')}>
        {OPEN_OFFERING.button}
      </Button>
    </>
  )
  return (
    <div className="seats">
      <div className="head">
        <h1>{SEATS.title}</h1>
        <HelpButton page="places-et-logiciels" />
        {offerings.data.length > 0 ? <p>{sayFree(offerings.data)}</p> : null}
        {exams.length > 0 ? <div className="end">{buttons}</div> : null}
      </div>
      {notAllowed ? <p className="sub why">{notAllowed}</p> : null}
      {exams.length === 0 ? (
        <div className="card">
          <EmptyState icon="seats" title={SEATS.emptyTitle} text={notAllowed ? SEATS.emptyText : SEATS.emptyManager}>
            {notAllowed ? null : <div className="choices-row">{buttons}</div>}
          </EmptyState>
        </div>
      ) : (
        <>
          {exams.map((offers) => (
            <ExamCard key={offers[0]?.examId} offers={offers} shown={shown} onShown={() => setShown(null)} />
          ))}
          {without.length > 0 ? (
            <p className="sub">
              {SEATS.notOffered(
                without
                  .map(({ code }) => code)
                  .sort()
                  .join(', '),
              )}
            </p>
          ) : null}
          <CandidatesRead offerings={offerings.data} />
        </>
      )}
      {asking === 'open' ? (
        <OpenOfferingDialog offerings={offerings.data} software={software.data} onClose={() => setAsking(null)} />
      ) : null}
      {asking === 'copy' && source ? (
        <CopyDialog
          source={source}
          offerings={offerings.data}
          software={software.data}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </div>
  )
}

/** Of a closed offering no seat can be given. */
function sayFree(offerings: readonly OfferingRow[]): string {
  const open = offerings.filter((offering) => offering.open)
  const seatsOf = (some: readonly OfferingRow[]) => some.reduce((sum, offering) => sum + offering.seats, 0)
  const free = open.reduce((sum, offering) => sum + freeSeats(offering.seats, offering.used), 0)
  return SEATS.summary(free, seatsOf(open), seatsOf(offerings) - seatsOf(open))
}

function byExam(offerings: readonly OfferingRow[]): OfferingRow[][] {
  const groups = [...Map.groupBy(offerings, ({ examId }) => examId).values()]
  return groups.toSorted(([a], [b]) => ((a?.examCode ?? '') < (b?.examCode ?? '') ? -1 : 1))
}
