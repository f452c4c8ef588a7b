import { useState } from 'react'
import type { OfferingRow, SittingRow } from '../../contract/desk.ts'
import { Button } from '../../kit/button.tsx'
import { Icon } from '../../kit/icons.tsx'
import { StatusTag } from '../../kit/status-tag.tsx'
import { formatDay } from '../../text/format.ts'
import { ATTENDANCE, sayAttendance } from '../../text/screens/attendance.ts'
import { SEATS, sayHour } from '../../text/screens/seats.ts'
import { SITTINGS } from '../../text/screens/session.ts'
import { whyNotYet } from '../attendance/why-not-yet.ts'
import { useOffice } from '../frame/office.tsx'
import { offeringLabel, softwareLabel } from '../seats/offering-label.ts'
import { clashesOf } from './room-clashes.ts'
import { SittingForm } from './sitting-form.tsx'
import { endsAt, type SittingGroup } from './sitting-groups.ts'
import { useSittingRule } from './use-sitting-rule.ts'

type SittingGroupLineProps = {
  group: SittingGroup
  /** Every sitting of the session: a room is taken by any of them. */
  all: readonly SittingRow[]
  notAllowed: string | null
  onCancel: (sitting: SittingRow) => void
  onAttendance: (sittingId: string) => void
}

/** One offering with its sittings; a new one, or another date, hour or room, is written where it stands. */
export function SittingGroupLine({ group, all, notAllowed, onCancel, onAttendance }: SittingGroupLineProps) {
  const { offering, sittings } = group
  /** A sitting's id, or `new`. */
  const [editing, setEditing] = useState<string | null>(null)
  const label = `${offering.examCode} ${softwareLabel(offering)}`
  const close = () => setEditing(null)
  return (
    <li className="sitting-group">
      <div className="what">
        <h3>
          <span className="ex">{offering.examCode}</span> {softwareLabel(offering)}
        </h3>
        <p className="sub">{SITTINGS.people(offering.confirmed)}</p>
      </div>
      <div className="its-sittings">
        {sittings.map((sitting) =>
          editing === sitting.id ? (
            <SittingForm key={sitting.id} offering={offering} sitting={sitting} all={all} onClose={close} />
          ) : (
            <SittingLine
              key={sitting.id}
              offering={offering}
              sitting={sitting}
              all={all}
              label={label}
              notAllowed={notAllowed}
              onEdit={() => setEditing(sitting.id)}
              onCancel={() => onCancel(sitting)}
              onAttendance={() => onAttendance(sitting.id)}
            />
          ),
        )}
        {sittings.length === 0 && editing !== 'new' ? (
          <StatusTag tone="wait" icon="session">
            {SITTINGS.none}
          </StatusTag>
        ) : null}
        {editing === 'new' ? <SittingForm offering={offering} sitting={null} all={all} onClose={close} /> : null}
      </div>
      <div className="add">
        {editing === 'new' ? null : (
          <Button
            small
            tone={sittings.length === 0 ? 'plain' : 'quiet'}
            label={SITTINGS.of(sittings.length === 0 ? SITTINGS.set : SITTINGS.another, label)}
            reason={notAllowed}
            onPress={() => setEditing('new')}
          >
            {sittings.length === 0 ? SITTINGS.set : SITTINGS.another}
          </Button>
        )}
      </div>
    </li>
  )
}

type SittingLineProps = {
  offering: OfferingRow
  sitting: SittingRow
  all: readonly SittingRow[]
  label: string
  notAllowed: string | null
  onEdit: () => void
  onCancel: () => void
  onAttendance: () => void
}

function SittingLine({ offering, sitting, all, label, notAllowed, onEdit, onCancel, onAttendance }: SittingLineProps) {
  const { desk } = useOffice()
  const { heldOn, startsAtLocal, room, pending } = sitting
  const clashes = clashesOf(sitting, all)
  const { whyNotChange } = useSittingRule(offering, sitting)
  const reason = notAllowed ?? whyNotChange
  const named = `${label}, ${formatDay(heldOn)}`
  return (
    <div className="sitting">
      <p>
        <b>{formatDay(heldOn)}</b> {SITTINGS.span(sayHour(startsAtLocal), sayHour(endsAt(sitting)))}
      </p>
      <p className="room">
        {room.trim() ? (
          room
        ) : (
          <StatusTag tone="wait" icon="alert">
            {SITTINGS.noRoom}
          </StatusTag>
        )}
        {clashes.length > 0 ? (
          <span className="sub clash">
            <Icon name="alert" size={13} /> {SITTINGS.clash(clashes.map(offeringLabel).join(', '))}
          </span>
        ) : null}
        {pending ? <span className="sub on-its-way">{SEATS.toTransmit}</span> : null}
        {sitting.present + sitting.absent > 0 ? (
          <span className="sub">
            {sayAttendance({ present: sitting.present, absent: sitting.absent, total: sitting.confirmed })}
          </span>
        ) : null}
      </p>
      <div className="acts">
        <Button
          small
          tone="quiet"
          label={ATTENDANCE.openOf(named)}
          reason={offering.confirmed === 0 ? ATTENDANCE.nobody : whyNotYet(desk, sitting)}
          onPress={onAttendance}
        >
          {ATTENDANCE.open}
        </Button>
        <Button small tone="quiet" label={SITTINGS.of(SITTINGS.edit, named)} reason={reason} onPress={onEdit}>
          {SITTINGS.edit}
        </Button>
        <Button small tone="quiet" label={SITTINGS.of(SITTINGS.cancel, named)} reason={reason} onPress={onCancel}>
          {SITTINGS.cancel}
        </Button>
      </div>
    </div>
  )
}
