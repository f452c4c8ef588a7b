import { useDeferredValue, useMemo } from 'react'
import type { RequestRow } from '../../contract/desk.ts'
import { Button, IconButton } from '../../kit/button.tsx'
import { sayRefusal } from '../../text/fr.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { useRun } from '../run-click.ts'
import { judgeSelection, type Seats, type SelectionAnswer, softwareName, waitingEntries } from './feasibility.ts'
import type { RefuseTarget } from './refuse-dialog.tsx'
import { sayPrevalidated } from './say-prevalidated.ts'

type SelectionBarProps = {
  selected: readonly RequestRow[]
  seats: Seats
  refuse: (targets: RefuseTarget[]) => void
  keepInSight: (requestIds: string[]) => void
  clear: () => void
}

/** What one click may ask for, by the contract. */
const MOST_AT_ONCE = 500
const REASONS_TOLD = 2

/** What can be done with the requests selected, and why not with some of them. */
export function SelectionBar({ selected, seats, refuse, keepInSight, clear }: SelectionBarProps) {
  const { desk } = useOffice()
  const run = useRun()
  const judged = useDeferredValue(selected)
  const { possible, not } = useMemo(() => judgeSelection(desk, seats, judged), [desk, seats, judged])
  const targets = judged.flatMap((request) => {
    const entryIds = waitingEntries(request).map(({ id }) => id)
    return entryIds.length > 0 ? [{ request, entryIds }] : []
  })
  const notAllowed = whyNotAllowed(desk, 'entry.prevalidate')
  const why = notAllowed ? null : whyNot(not)
  const reasonOf = (count: number, nothing: string) => {
    if (notAllowed) return notAllowed
    if (count > MOST_AT_ONCE) return REQUESTS.tooMany(MOST_AT_ONCE)
    return count === 0 ? nothing : null
  }
  const prevalidate = async () => {
    const answer = await run(
      possible.map((request) => ({
        name: 'entry.prevalidate',
        args: { requestId: request.id, entryIds: waitingEntries(request).map(({ id }) => id) },
      })),
      (done) => sayPrevalidated(done, possible),
    )
    if (!answer) return
    keepInSight(possible.map(({ id }) => id))
    clear()
  }
  return (
    <section className="bar" aria-label={REQUESTS.selection}>
      <p role="status">
        <b>{REQUESTS.selected(judged.length)}</b>
        {'\u00a0: '}
        {notAllowed ?? `${REQUESTS.canBe(possible.length, not.length, why)}.`}
        {!notAllowed && Math.max(possible.length, targets.length) > MOST_AT_ONCE ? (
          <span className="no"> {REQUESTS.tooMany(MOST_AT_ONCE)}</span>
        ) : null}
      </p>
      <Button
        tone="primary"
        onPress={() => void prevalidate()}
        reason={reasonOf(possible.length, REQUESTS.nothingPossible)}
      >
        {REQUESTS.prevalidateMany(possible.length)}
      </Button>
      <Button tone="danger" onPress={() => refuse(targets)} reason={reasonOf(targets.length, REQUESTS.nothingToRefuse)}>
        {REQUESTS.refuse}
      </Button>
      <IconButton icon="cross" label={REQUESTS.unselect} onPress={clear} />
    </section>
  )
}

/** The reasons of the selection, each once: « EXCEL 2017 complet, déjà traitée ». */
function whyNot(not: SelectionAnswer['not']): string | null {
  const reasons = not.map(({ request, refusal, offering }) => {
    if (refusal.code === 'no-seat-left' && offering) return `${softwareName(offering)} ${REQUESTS.full}`
    if (refusal.code === 'wrong-status')
      return request.entries.some(({ doubtful }) => doubtful) ? REQUESTS.hqDecides : REQUESTS.notWaiting
    return sayRefusal(refusal, { offering: offering ? softwareName(offering) : undefined }).replace(/\.$/, '')
  })
  const each = [...new Set(reasons)]
  return each.slice(0, REASONS_TOLD).join('\u00a0; ') + (each.length > REASONS_TOLD ? '…' : '') || null
}
