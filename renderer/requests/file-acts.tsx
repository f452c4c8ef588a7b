import { useState } from 'react'
import type { RequestRow } from '../../contract/desk.ts'
import { canMove } from '../../domain/entry.ts'
import { dueOf, isLate } from '../../domain/entry-groups.ts'
import { otherOfferings } from '../../domain/other-offerings.ts'
import { Button } from '../../kit/button.tsx'
import { sayRefusal } from '../../text/fr.ts'
import { ACTS } from '../../text/screens/request-acts.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { ExtendDialog } from './extend-dialog.tsx'
import { judgeSeats, type Seats } from './feasibility.ts'
import { ProposeDialog } from './propose-dialog.tsx'
import { ReleaseDialog } from './release-dialog.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { sayPending } from './say-pending.ts'
import { useAct } from './use-act.ts'

type FileActsProps = { request: RequestRow; seats: Seats; keepInSight: (requestIds: string[]) => void }

/** What else can be done about the exams of a request: rarer than an answer or a payment, and said below them. */
export function FileActs({ request, seats, keepInSight }: FileActsProps) {
  const { desk } = useOffice()
  const [open, setOpen] = useState<'propose' | 'remove' | 'extend' | 'release' | null>(null)
  const act = useAct(request)
  const movable = (move: 'propose' | 'remove' | 'extend' | 'reinstate') =>
    request.entries.filter((entry) => canMove(entry, move, desk.now))
  // A seat that is paid is to be validated: it is never released.
  const late = request.entries.filter((entry) => isLate(entry, desk.now) && dueOf(entry) > 0)
  const [removable, extendable, lapsed] = [movable('remove'), movable('extend'), movable('reinstate')]
  // A dialog that is open says what became of the request: it does not vanish under what is typed.
  if (removable.length === 0 && lapsed.length === 0 && open === null) return null
  // What HQ has not answered yet is not built upon: its deadline is this PC's guess.
  const settled = extendable.filter(({ pending }) => !pending)
  const proposable = movable('propose').filter((entry) => otherOfferings(seats.offerings.values(), entry).length > 0)
  const idle = proposable.filter(({ pending }) => !pending)
  const certain = removable.filter(({ doubtful }) => !doubtful)
  const sayFirst = (entries: typeof removable) => (entries[0] ? sayPending(entries[0]) : null)
  const seatAgain = judgeSeats('entry.reinstate', desk, seats, lapsed)
  const noSeat = seatAgain.ok ? null : sayRefusal(seatAgain.refusal)
  const done = () => keepInSight([request.id])
  const reinstate = async () => {
    const args = { requestId: request.id, entryIds: lapsed.map(({ id }) => id) }
    if (await act({ name: 'entry.reinstate', args }, ACTS.reinstated)) done()
  }
  const dialog = { request, onClose: () => setOpen(null), onDone: done }
  return (
    <section>
      <fieldset className="buttons acts" aria-label={ACTS.label}>
        {proposable.length > 0 ? (
          <Button
            tone="link"
            onPress={() => setOpen('propose')}
            reason={whyNotAllowed(desk, 'entry.propose-offering') ?? (idle.length === 0 ? sayFirst(proposable) : null)}
          >
            {ACTS.propose}
          </Button>
        ) : null}
        {extendable.length > 0 ? (
          <Button
            tone="link"
            onPress={() => setOpen('extend')}
            reason={whyNotAllowed(desk, 'entry.extend') ?? (settled.length === 0 ? sayFirst(extendable) : null)}
          >
            {ACTS.extend}
          </Button>
        ) : null}
        {late.length > 0 ? (
          <Button tone="link" onPress={() => setOpen('release')} reason={whyNotAllowed(desk, 'entry.release')}>
            {ACTS.release}
          </Button>
        ) : null}
        {lapsed.length > 0 ? (
          <Button
            tone="link"
            onPress={() => void reinstate()}
            reason={whyNotAllowed(desk, 'entry.reinstate') ?? sayFirst(lapsed) ?? noSeat}
          >
            {ACTS.reinstate}
          </Button>
        ) : null}
        {removable.length > 0 ? (
          <Button
            tone="link"
            onPress={() => setOpen('remove')}
            reason={whyNotAllowed(desk, 'entry.remove') ?? (certain.length === 0 ? sayFirst(removable) : null)}
          >
            {ACTS.remove}
          </Button>
        ) : null}
      </fieldset>
      {open === 'propose' ? <ProposeDialog {...dialog} entries={idle} seats={seats} /> : null}
      {open === 'remove' ? <RemoveDialog {...dialog} entries={certain} /> : null}
      {open === 'extend' ? <ExtendDialog {...dialog} entries={settled} /> : null}
      {open === 'release' ? <ReleaseDialog {...dialog} entries={late} /> : null}
    </section>
  )
}
