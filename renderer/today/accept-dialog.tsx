import type { RequestRow } from '../../contract/desk.ts'
import type { TodayGroup } from '../../contract/desk-today.ts'
import { byId } from '../../domain/by-id.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { ACTS } from '../../text/screens/request-acts.ts'
import { TODAY } from '../../text/screens/today.ts'
import { useRows } from '../api.ts'
import { HelpButton } from '../help/help-button.tsx'
import { sayPrevalidated } from '../requests/say-prevalidated.ts'
import { Who } from '../requests/who.tsx'
import { useRun } from '../run-click.ts'
import { Loading } from '../ui/empty-state.tsx'

type Answers = TodayGroup['first']

/** Several people would be accepted by one key: who they are, before it is done. Those named, and nobody who came meanwhile. */
export function AcceptDialog({ answers, onClose }: { answers: Answers; onClose: () => void }) {
  const run = useRun()
  const rows = useRows('request.rows', { requestIds: answers.map(({ requestId }) => requestId) })
  const accept = async () => {
    const answered = await run(
      answers.map((args) => ({ name: 'entry.prevalidate', args })),
      sayPrevalidated,
    )
    if (answered) onClose()
  }
  return (
    <Dialog
      title={TODAY.acceptTitle(answers.length)}
      help={<HelpButton page="pre-valider" />}
      onClose={onClose}
      footer={
        <>
          <p>{TODAY.acceptConsequence}</p>
          <Button onPress={onClose}>{ACTS.cancel}</Button>
          <Button tone="primary" onPress={() => void accept()} autoFocus>
            {TODAY.prevalidate(answers.length)}
          </Button>
        </>
      }
    >
      {rows.data ? (
        <section className="which">
          <ul>
            {named(answers, rows.data).map(({ request, entries }) => (
              <Who key={request.id} request={request} entries={entries} />
            ))}
          </ul>
        </section>
      ) : (
        <Loading />
      )}
    </Dialog>
  )
}

function named(answers: Answers, rows: readonly RequestRow[]) {
  const known = byId(rows)
  return answers.flatMap(({ requestId, entryIds }) => {
    const request = known.get(requestId)
    return request ? [{ request, entries: request.entries.filter(({ id }) => entryIds.includes(id)) }] : []
  })
}
