import { DEVICES } from '../../text/pages/siege.ts'
import { CentreCard } from './centre-card.tsx'
import { Section } from './section.tsx'
import { useDevices } from './staff-queries.ts'
import { useAct } from './use-act.ts'

/** The PCs of each centre: letting one in, shutting one out. */
export function DevicesScreen() {
  const query = useDevices()
  const acting = useAct()
  return (
    <Section title={DEVICES.title} intro={DEVICES.intro} query={query} outcome={acting.outcome}>
      {({ centres, now }) => (
        <>
          {centres.length === 0 ? <p className="card pad">{DEVICES.none}</p> : null}
          {centres.map((centre) => (
            <CentreCard key={centre.id} centre={centre} now={now} acting={acting} />
          ))}
        </>
      )}
    </Section>
  )
}
