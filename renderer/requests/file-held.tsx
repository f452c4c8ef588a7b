import type { EntryRow, RequestRow } from '../../contract/desk.ts'
import { fullName } from '../../domain/candidate.ts'
import { mayRun } from '../../domain/commands.ts'
import { sayRefusal } from '../../text/fr.ts'
import { FILE } from '../../text/screens/request-file.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { useOffice } from '../frame/office.tsx'
import { refusalsOf, useRun } from '../run-click.ts'
import { Button } from '../ui/button.tsx'
import { EntryDeadline } from './file-deadline.tsx'
import { sayPending } from './say-pending.ts'

type FileHeldProps = { request: RequestRow; collect: () => void; keepInSight: (requestIds: string[]) => void }

/** The exams that hold a seat and wait for their money: until when, and the buttons that settle them. */
export function FileHeld({ request, collect, keepInSight }: FileHeldProps) {
  const { desk } = useOffice()
  const run = useRun()
  const held = request.entries.filter(({ status }) => status === 'prevalidated')
  if (held.length === 0) return null
  // Built on a decision that HQ may refuse, a validation would fall with it: the answer comes first.
  const settleable = held.filter(({ doubtful }) => !doubtful)
  const doubt = settleable.length === 0 && held[0] ? sayPending(held[0]) : null
  const { role } = desk.operator
  const confirmOnAccount = async () => {
    const args = { entryIds: settleable.map(({ id }) => id) }
    const answered = await run([{ name: 'entry.confirm', args }], (done) => {
      const [first] = refusalsOf(done)
      return first ? sayRefusal(first) : REQUESTS.doneFor(FILE.confirmed, fullName(request.candidate))
    })
    if (answered) keepInSight([request.id])
  }
  return (
    <>
      {sameDeadlines(held).map((entry) => (
        <EntryDeadline key={entry.id} entry={entry} />
      ))}
      <div className="buttons">
        <Button tone="primary" onPress={collect} reason={mayRun('payment.record', role) ? doubt : REQUESTS.readerOnly}>
          {FILE.collect}
        </Button>
        {request.organisation?.onAccount ? (
          <Button
            onPress={() => void confirmOnAccount()}
            reason={mayRun('entry.confirm', role) ? doubt : REQUESTS.readerOnly}
          >
            {FILE.confirmOnAccount}
          </Button>
        ) : null}
      </div>
    </>
  )
}

/** One entry for each deadline that differs. */
function sameDeadlines(entries: readonly EntryRow[]): EntryRow[] {
  return entries.filter((entry, index) => entries.findIndex((one) => one.deadlineAt === entry.deadlineAt) === index)
}
