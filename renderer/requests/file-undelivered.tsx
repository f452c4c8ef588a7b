import type { RequestRow } from '../../contract/desk.ts'
import { Button } from '../../kit/button.tsx'
import { Notice } from '../../kit/status-tag.tsx'
import { FILE } from '../../text/screens/request-file.ts'
import { isUndelivered } from '../../text/screens/review.ts'
import { useRows } from '../api.ts'
import { useOffice } from '../frame/office.tsx'

/** That the candidate never got the mail that says until when to pay, while nobody has settled that under « À revoir ». */
export function FileUndelivered({ request }: { request: RequestRow }) {
  const { go } = useOffice()
  const reviews = useRows('review.list', {})
  const held = request.entries.filter(({ status }) => status === 'prevalidated')
  const untold = reviews.data?.some(
    (item) => isUndelivered(item) && item.settlement === null && held.some(({ id }) => item.entryIds.includes(id)),
  )
  if (!untold) return null
  return (
    <Notice tone="stop" icon="alert">
      {FILE.mailUndelivered}{' '}
      <Button tone="link" small onPress={() => go('review')}>
        {FILE.toReview}
      </Button>
    </Notice>
  )
}
