import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { formatDateTime } from '../../text/format.ts'
import { sayRefusal } from '../../text/fr.ts'
import { DATA_CHECK } from '../../text/screens/data-check.ts'
import { useRows } from '../api.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { HelpButton } from '../help/help-button.tsx'
import { refusalsOf, useRun } from '../run-click.ts'
import { ErrorState, Loading } from '../ui/empty-state.tsx'
import { whyNotAsk } from './data-check.ts'

const NOBODY = { concerned: 0, checked: 0, unchecked: 0, reachable: 0 }

/** How far the session is, and one mail to all who have not answered. */
export function DataCheckDialog({ onClose }: { onClose: () => void }) {
  const { desk, session } = useOffice()
  const checks = useRows('data-check.list', { sessionId: session.id })
  const run = useRun()
  const sum = useRows('data-check.sum', { sessionId: session.id })
  const state = sum.data ?? NOBODY
  const [last] = checks.data ?? []
  const refusal = checks.data && sum.data ? whyNotAsk(desk, { session, state, checks: checks.data }) : null
  const reason = whyNotAllowed(desk, 'data-check.ask') ?? (refusal && sayRefusal(refusal))
  const send = async () => {
    const answer = await run([{ name: 'data-check.ask', args: { sessionId: session.id } }], (done) => {
      const [first] = refusalsOf(done)
      return first ? sayRefusal(first) : DATA_CHECK.asked(state.reachable, state.checked)
    })
    if (answer && refusalsOf(answer).length === 0) onClose()
  }
  return (
    <Dialog
      title={DATA_CHECK.title}
      help={<HelpButton page="verifier-les-donnees" />}
      onClose={onClose}
      footer={
        <>
          <p>{reason}</p>
          <Button onPress={onClose}>{DATA_CHECK.cancel}</Button>
          <Button tone="primary" onPress={() => void send()} reason={reason} busy={!checks.data || !sum.data}>
            {DATA_CHECK.send(state.reachable)}
          </Button>
        </>
      }
    >
      <p>{DATA_CHECK.why}</p>
      {checks.isError || sum.isError ? (
        <ErrorState retry={() => void Promise.all([checks.refetch(), sum.refetch()])} />
      ) : null}
      {checks.data && sum.data ? (
        <dl className="data-check">
          <dt>{DATA_CHECK.concerned}</dt>
          <dd>{DATA_CHECK.people(state.concerned)}</dd>
          <dt>{DATA_CHECK.progress}</dt>
          <dd>{DATA_CHECK.progressOf(state.checked, state.concerned)}</dd>
          <dt>{DATA_CHECK.willReceive}</dt>
          <dd>
            {DATA_CHECK.people(state.reachable)}
            {state.unchecked > state.reachable ? (
              <div className="sub">{DATA_CHECK.withoutMail(state.unchecked - state.reachable)}</div>
            ) : null}
          </dd>
          <dt>{DATA_CHECK.last}</dt>
          <dd>
            {last
              ? DATA_CHECK.lastAsked(formatDateTime(last.askedAt, desk.centre.timeZone), last.askedBy)
              : DATA_CHECK.never}
            {last?.pending ? <div className="sub">{DATA_CHECK.toTransmit}</div> : null}
          </dd>
        </dl>
      ) : checks.isError || sum.isError ? null : (
        <Loading />
      )}
    </Dialog>
  )
}
