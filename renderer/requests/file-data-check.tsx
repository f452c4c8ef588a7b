import type { RequestRow } from '../../contract/desk.ts'
import { isToCheck } from '../../domain/data-check.ts'
import { formatDateTime } from '../../text/format.ts'
import { DATA_CHECK } from '../../text/screens/data-check.ts'
import { useRows } from '../api.ts'
import { useOffice } from '../frame/office.tsx'
import { askedAtOf } from './data-check.ts'

/** Whether the candidate has found right what will be printed of them. Nothing while they have neither a seat nor said so. */
export function FileDataCheck({ request }: { request: RequestRow }) {
  const { desk } = useOffice()
  const checks = useRows('data-check.list', { sessionId: request.sessionId })
  const { dataCheckedAt } = request
  if (dataCheckedAt === null && !isToCheck(request)) return null
  const { timeZone } = desk.centre
  const askedAt = askedAtOf(request, checks.data ?? [])
  const notAsked = checks.data ? DATA_CHECK.unasked : DATA_CHECK.unchecked
  return (
    <>
      <dt>{DATA_CHECK.term}</dt>
      <dd>
        {dataCheckedAt !== null ? (
          DATA_CHECK.checked(formatDateTime(dataCheckedAt, timeZone))
        ) : (
          <span className="sub">
            {askedAt !== null ? DATA_CHECK.uncheckedSince(formatDateTime(askedAt, timeZone)) : notAsked}
          </span>
        )}
      </dd>
    </>
  )
}
