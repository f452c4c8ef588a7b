import { useState } from 'react'
import type { EntryRow, RequestRow } from '../../contract/desk.ts'
import { fullName } from '../../domain/candidate.ts'
import { dueOf } from '../../domain/entry-groups.ts'
import { Button } from '../../kit/button.tsx'
import { sayRefusal } from '../../text/fr.ts'
import { FILE } from '../../text/screens/request-file.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { TODAY } from '../../text/screens/today.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { refusalsOf, useRun } from '../run-click.ts'
import { ConfirmOnAccountDialog } from './confirm-on-account-dialog.tsx'
import { EntryDeadline } from './file-deadline.tsx'
import { sayPending } from './say-pending.ts'
import { useRemind } from './use-remind.ts'

type FileHeldProps = { request: RequestRow; collect: () => void; keepInSight: (requestIds: string[]) => void }

/** The exams that hold a seat and wait for their money: until when, and the buttons that settle them or remind of them. */
export function FileHeld({ request, collect, keepInSight }: FileHeldProps) {
  const { desk } = useOffice()
  const run = useRun()
  const remind = useRemind()
  const [onAccount, setOnAccount] = useState(false)
  const held = request.entries.filter(({ status }) => status === 'prevalidated')
  const owing = request.entries.filter((entry) => dueOf(entry) > 0)
  const [waiting] = [...held, ...owing]
  if (!waiting) return null
  // Built on a decision that HQ may refuse, a validation or a payment would fall with it: the answer comes first.
  const settleable = held.filter(({ doubtful }) => !doubtful)
  const collectable = owing.filter(({ doubtful }) => !doubtful)
  const reader = whyNotAllowed(desk, 'payment.record')
  const doubt = collectable.length === 0 && owing[0] ? sayPending(owing[0]) : null
  const mayConfirm = whyNotAllowed(desk, 'entry.confirm')
  const noMail = request.candidate.email === '' ? TODAY.noMail : null
  const whyNotRemind = whyNotAllowed(desk, 'reminder.sent') ?? doubt ?? noMail
  // Paid and still not validated: the validation was refused, the money was not.
  const covered = settleable.filter((entry) => dueOf(entry) === 0)
  const confirm = async (entries: readonly EntryRow[]) => {
    const args = { entryIds: entries.map(({ id }) => id) }
    const answered = await run([{ name: 'entry.confirm', args }], (done) => {
      const [first] = refusalsOf(done)
      return first ? sayRefusal(first) : REQUESTS.doneFor(FILE.confirmed, fullName(request.candidate))
    })
    if (answered) keepInSight([request.id])
  }
  // Said above already where an answer is awaited too.
  const toldAbove = request.entries.some(({ status }) => status === 'requested')
  return (
    <>
      {/* Of two exams with one deadline, it is told of the one that still owes. */}
      {sameDeadlines([...held.filter((entry) => dueOf(entry) > 0), ...held]).map((entry) => (
        <EntryDeadline key={entry.id} entry={entry} />
      ))}
      <div className="buttons">
        {owing.length > 0 ? (
          <Button tone="primary" onPress={collect} reason={reader ?? doubt}>
            {FILE.collect}
          </Button>
        ) : null}
        {owing.length > 0 && !request.organisation?.onAccount ? (
          <Button onPress={() => void remind([request])} reason={whyNotRemind}>
            {REQUESTS.remind}
          </Button>
        ) : null}
        {covered.length > 0 ? (
          <Button onPress={() => void confirm(covered)} reason={mayConfirm}>
            {FILE.confirmPaid}
          </Button>
        ) : null}
        {request.organisation?.onAccount && held.length > covered.length ? (
          <Button
            onPress={() => setOnAccount(true)}
            reason={mayConfirm ?? (settleable.length === 0 ? sayPending(waiting) : null)}
          >
            {FILE.confirmOnAccount}
          </Button>
        ) : null}
      </div>
      {/* Past its ten seconds « Annuler » is gone: a seat that nobody has paid for is given back by removing the exam. */}
      {held.some(({ paid, pending }) => paid === 0 && !pending) && !whyNotAllowed(desk, 'entry.remove') ? (
        <p className="sub by-mistake">{FILE.byMistake}</p>
      ) : null}
      {onAccount ? (
        <ConfirmOnAccountDialog
          request={request}
          entries={settleable}
          onClose={() => setOnAccount(false)}
          onDone={() => keepInSight([request.id])}
        />
      ) : null}
      {reader && !toldAbove ? <p className="no small">{reader}</p> : null}
    </>
  )
}

/** One entry for each deadline that differs. */
function sameDeadlines(entries: readonly EntryRow[]): EntryRow[] {
  return entries.filter((entry, index) => entries.findIndex((one) => one.deadlineAt === entry.deadlineAt) === index)
}
