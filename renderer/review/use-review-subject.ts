import { useMemo } from 'react'
import type { OfferingRow, ReviewRow } from '../../contract/desk.ts'
import { useRows } from '../api.ts'
import { useOffice } from '../frame/office.tsx'
import { seatsOf } from '../requests/feasibility.ts'
import type { Subject } from './review-actions.ts'

const NO_OFFERING: readonly OfferingRow[] = []

/** What an item is about, as it stands here now: its request (of whatever session), its payment, the seats; null while it is read. */
export function useReviewSubject({ requestId, paymentId }: Pick<ReviewRow, 'requestId' | 'paymentId'>): Subject | null {
  const { session } = useOffice()
  const found = useRows('request.rows', requestId ? { requestIds: [requestId] } : null)
  const request = found.data?.[0] ?? null
  const sessionId = request?.sessionId ?? session.id
  const offerings = useRows('offering.list', { sessionId })
  const paid = useRows('payment.read', paymentId ? { paymentId } : null)
  const seats = useMemo(() => seatsOf(offerings.data ?? NO_OFFERING), [offerings.data])
  const awaited = [requestId && found, offerings, paymentId && paid]
  if (awaited.some((one) => one && one.data === undefined && !one.isError)) return null
  return { request, payment: paid.data ?? null, seats }
}
