import type { ReviewRow } from '../../contract/desk.ts'
import { mayRun } from '../../domain/commands.ts'
import { sayRefusal } from '../../text/fr.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { REVIEW, reviewHeadline } from '../../text/screens/review.ts'
import { useOffice } from '../frame/office.tsx'
import { refusalsOf, useRun } from '../run-click.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/fields.tsx'
import { forgetKept, useKept } from '../ui/kept.ts'
import { ReviewFacts } from './review-facts.tsx'

/** One thing to look at: who did what, why it does not hold, what stands, and the button to settle it. */
export function ReviewCard({ item }: { item: ReviewRow }) {
  const { desk, openRequest } = useOffice()
  const run = useRun()
  const key = `review.${item.id}`
  const [note, setNote] = useKept(key, '')
  const { requestId } = item
  const settle = async () => {
    const args = { reviewItemId: item.id, choice: 'handled', note: note.trim() || null }
    const answer = await run([{ name: 'review.settle', args }], (done) => {
      const [first] = refusalsOf(done)
      return first ? sayRefusal(first) : REVIEW.handledDone
    })
    if (answer) forgetKept(key)
  }
  return (
    <article className="card to-review" aria-labelledby={`review-${item.id}`}>
      <h2 id={`review-${item.id}`}>{reviewHeadline(item.name, item.kind)}</h2>
      <ReviewFacts item={item} />
      <div className="settle">
        <TextField label={REVIEW.note} hint={REVIEW.noteHint} value={note} onChange={setNote} />
        <div className="buttons">
          {requestId ? <Button onPress={() => openRequest(requestId)}>{REVIEW.openRequest}</Button> : null}
          <Button
            tone="primary"
            reason={mayRun('review.settle', desk.operator.role) ? null : REQUESTS.readerOnly}
            onPress={() => void settle()}
          >
            {REVIEW.handled}
          </Button>
        </div>
      </div>
    </article>
  )
}
