import { useState } from 'react'
import type { OfferingRow, SittingRow } from '../../contract/desk.ts'
import { SITTINGS } from '../../text/screens/session.ts'
import { HelpButton } from '../help/help-button.tsx'
import { CancelSittingDialog } from './cancel-sitting-dialog.tsx'
import { groupSittings } from './sitting-groups.ts'
import { SittingGroupLine } from './sitting-line.tsx'

type SittingsCardProps = {
  offerings: readonly OfferingRow[]
  /** Of the session, those called off aside. */
  sittings: readonly SittingRow[]
  /** Why the person who sits here may not change them; null when they may. */
  notAllowed: string | null
  /** Opens who came to a sitting. */
  onAttendance: (sittingId: string) => void
}

/** When and where each offering is sat. */
export function SittingsCard({ offerings, sittings, notAllowed, onAttendance }: SittingsCardProps) {
  const [cancelling, setCancelling] = useState<SittingRow | null>(null)
  const groups = groupSittings(offerings, sittings)
  const missing = groups.filter((group) => group.sittings.length === 0 && group.offering.open).length
  return (
    <section className="card sittings" aria-labelledby="sittings">
      <header>
        <h2 id="sittings">{SITTINGS.title}</h2>
        <HelpButton page="sessions-et-seances" />
        {groups.length > 0 ? <p className="sub">{SITTINGS.summary(sittings.length, missing)}</p> : null}
        {notAllowed ? <p className="sub">{notAllowed}</p> : null}
      </header>
      {groups.length === 0 ? <p className="muted none">{SITTINGS.empty}</p> : null}
      <ul>
        {groups.map((group) => (
          <SittingGroupLine
            key={group.offering.id}
            group={group}
            all={sittings}
            notAllowed={notAllowed}
            onCancel={setCancelling}
            onAttendance={onAttendance}
          />
        ))}
      </ul>
      {cancelling ? (
        <CancelSittingDialog
          sitting={cancelling}
          only={sittings.filter(({ offeringId }) => offeringId === cancelling.offeringId).length === 1}
          onClose={() => setCancelling(null)}
        />
      ) : null}
    </section>
  )
}
