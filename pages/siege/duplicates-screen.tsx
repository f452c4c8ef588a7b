import type { SettledCase } from '../../contract/staff-pages.ts'
import type { Instant } from '../../domain/time.ts'
import { DUPLICATES } from '../../text/pages/siege.ts'
import { DuplicateCard } from './duplicate-card.tsx'
import { sayMoment } from './say-moment.ts'
import { Section } from './section.tsx'
import { useDuplicates } from './staff-queries.ts'
import { useAct } from './use-act.ts'

/** Records that may be one person's: to settle, and what was decided. */
export function DuplicatesScreen() {
  const query = useDuplicates()
  const acting = useAct()
  return (
    <Section title={DUPLICATES.title} intro={DUPLICATES.intro} query={query} outcome={acting.outcome}>
      {({ open, settled, now }) => (
        <>
          {open.length === 0 ? <p className="card pad">{DUPLICATES.none}</p> : null}
          {open.map((one) => (
            <DuplicateCard key={one.id} found={one} now={now} acting={acting} />
          ))}
          {settled.length > 0 ? <SettledCases settled={settled} now={now} /> : null}
        </>
      )}
    </Section>
  )
}

function SettledCases({ settled, now }: { settled: readonly SettledCase[]; now: Instant }) {
  return (
    <section className="card pad stack" aria-labelledby="settled-title">
      <h2 id="settled-title">{DUPLICATES.settled}</h2>
      <ul className="staff-lines">
        {settled.map(({ id, names, settledAs, settledBy, settledAt }) => (
          <li key={id}>
            <strong>{names.join(' – ')}</strong>
            <span>{DUPLICATES.settledAs[settledAs]}</span>
            <span className="muted">{DUPLICATES.settledBy(settledBy, sayMoment(settledAt, now))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
