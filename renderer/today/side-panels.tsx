import type { Today, TodayIdentity, TodaySeats } from '../../contract/desk-today.ts'
import { fullName } from '../../domain/candidate.ts'
import { freeSeats } from '../../domain/seats.ts'
import { Button } from '../../kit/button.tsx'
import { formatDay, formatMoment } from '../../text/format.ts'
import { KEY_DATE_SENTENCES, KEY_DATE_WORDS, sayFaults, sayKeyDay, saySeats, TODAY } from '../../text/screens/today.ts'
import { useOffice } from '../frame/office.tsx'
import { keyDates } from './key-dates.ts'
import { Line, Section } from './line.tsx'
import type { TodayRows } from './use-today-rows.ts'

/** Seats of each exam and software as bars, with words: taken, held, free, who waits. Each opens Places. */
export function SeatsPanel({ seats }: { seats: readonly TodaySeats[] }) {
  const { go } = useOffice()
  return (
    <Section id="seats" title={TODAY.seats} all={{ words: TODAY.allSeats, go: () => go('seats') }}>
      {seats.map((one) => (
        <SeatsLine key={one.offeringId} seats={one} />
      ))}
    </Section>
  )
}

function SeatsLine({ seats }: { seats: TodaySeats }) {
  const { session, openOffering } = useOffice()
  const { offeringId, confirmed, held, open } = seats
  const free = open ? freeSeats(seats.seats, confirmed + held) : 0
  const whole = Math.max(1, seats.seats, confirmed + held)
  return (
    <Line id={`seats-${offeringId}`} acts={[]} open={() => openOffering({ id: offeringId, sessionId: session.id })}>
      <div className="bar-line">
        <span className="ex">{seats.examCode}</span>
        <div className="meter" aria-hidden="true">
          <i style={{ width: `${(100 * confirmed) / whole}%` }} />
          <i className="held" style={{ width: `${(100 * held) / whole}%` }} />
        </div>
        <b className={open && free === 0 ? 'count no' : 'count'}>
          {open ? TODAY.freeOf(free, seats.seats) : <span aria-hidden="true">—</span>}
          <span className="visually-hidden">, </span>
        </b>
        <p className="sub">{saySeats(seats)}</p>
      </div>
    </Line>
  )
}

/** The session as a line: where today stands between its dates. */
export function DatesPanel({ dates, on }: Pick<Today, 'dates' | 'on'>) {
  const { desk } = useOffice()
  return (
    <section className="card today-card" aria-labelledby="today-dates">
      <header>
        <h2 id="today-dates">{TODAY.dates}</h2>
      </header>
      <ol className="date-line">
        {keyDates(dates, on, desk.centre.timeZone).map((date) => {
          const when = date.on < on ? 'past' : date.kind === 'today' ? 'now' : 'next'
          return (
            <li key={date.kind} className={when} aria-current={date.kind === 'today' ? 'date' : undefined}>
              <span aria-hidden="true">
                {date.kind === 'today' ? null : <span className="when">{sayKeyDay(date.on)}</span>}
                <span>{KEY_DATE_WORDS[date.kind]}</span>
              </span>
              <span className="visually-hidden">
                {formatDay(date.on)}
                {date.until ? ` – ${formatDay(date.until)}` : ''}
                {`\u00a0: ${KEY_DATE_SENTENCES[date.kind]}`}
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

type FilesPanelProps = {
  rows: Pick<TodayRows, 'identities' | 'allFiles' | 'setAllFiles'>
  total: number
  dataCheck: Today['dataCheck']
}

/** Files to be corrected or looked at before the session. */
export function FilesPanel({ rows: { identities, allFiles, setAllFiles }, total, dataCheck }: FilesPanelProps) {
  const unfold = (
    <Button tone="link" small expanded={allFiles} onPress={() => setAllFiles(!allFiles)}>
      {allFiles ? TODAY.fewerFiles : TODAY.allFiles(total)}
    </Button>
  )
  return (
    <>
      {total > 0 ? (
        <Section
          id="identities"
          title={TODAY.identities}
          aside={String(total)}
          foot={allFiles || identities.length < total ? unfold : null}
        >
          {identities.map((one) => (
            <IdentityLine key={one.candidate.id} identity={one} />
          ))}
        </Section>
      ) : null}
      {dataCheck ? (
        <Section id="checks" title={TODAY.checks}>
          <CheckLine dataCheck={dataCheck} />
        </Section>
      ) : null}
    </>
  )
}

function IdentityLine({ identity: { candidate, faults } }: { identity: TodayIdentity }) {
  const { openCandidate } = useOffice()
  return (
    <Line id={`identity-${candidate.id}`} acts={[]} open={() => openCandidate(candidate.id)}>
      <p>
        <b>{fullName(candidate)}</b>
      </p>
      <p className="sub">{sayFaults(faults)}</p>
    </Line>
  )
}

function CheckLine({ dataCheck: { askedAt, unchecked } }: { dataCheck: NonNullable<Today['dataCheck']> }) {
  const { desk, openRequests } = useOffice()
  return (
    <Line id="checks" acts={[]} open={() => openRequests({ state: 'all', unchecked: true })}>
      <p>{TODAY.unchecked(unchecked)}</p>
      <p className="sub">{TODAY.askedOn(formatMoment(askedAt, desk.now, desk.centre.timeZone))}</p>
    </Line>
  )
}
