import { type ReactNode, useMemo, useState } from 'react'
import { fullName } from '../../domain/candidate.ts'
import type { REASONS_TO_REFUSE } from '../../domain/entry.ts'
import { Icon } from '../../kit/icons.tsx'
import { Select } from '../../kit/select.tsx'
import { formatDayTime } from '../../text/format.ts'
import { centresOffering } from '../../text/letters/centres-offering.ts'
import { refusalLetter } from '../../text/letters/refusal-letter.ts'
import { REFUSE } from '../../text/screens/refuse.ts'
import { useRows } from '../api.ts'
import { useOffice } from '../frame/office.tsx'
import { seatsOf } from './feasibility.ts'
import { LetterView } from './letter-view.tsx'
import type { RefuseTarget } from './use-targets-now.ts'

type RefusalPreviewProps = {
  targets: readonly RefuseTarget[]
  reason: (typeof REASONS_TO_REFUSE)[number] | null
  text: string
  /** What speaks against sending it: beside the mail, so that what is being chosen does not move. */
  children?: ReactNode
}

/** What each candidate will read, while it is being chosen; of several refusals, one at a time. */
export function RefusalPreview({ targets, reason, text, children }: RefusalPreviewProps) {
  const { desk } = useOffice()
  const [shownId, setShownId] = useState<string | null>(null)
  const target = targets.find(({ request }) => request.id === shownId) ?? targets[0]
  const offerings = useRows('offering.list', target ? { sessionId: target.request.sessionId } : null, { keep: true })
  const beside = useRows('request.payable', target ? { requestId: target.request.id } : null)
  const nearby = useRows('other-centre.list', target ? { sessionId: target.request.sessionId } : null, { keep: true })
  const near = useMemo(() => {
    if (!target || !offerings.data || !nearby.data) return null
    const { request, entryIds } = target
    const seats = seatsOf(offerings.data)
    const wanted = request.entries.flatMap(({ id, examCode, offeringId }) =>
      entryIds.includes(id) ? { examCode, software: seats.offerings.get(offeringId ?? '')?.software ?? null } : [],
    )
    return { askedAt: nearby.data.askedAt, centres: centresOffering(nearby.data.centres, wanted) }
  }, [target, offerings.data, nearby.data])
  const letter = useMemo(() => {
    if (!target || !reason || !offerings.data || !beside.data) return null
    const { request, entryIds } = target
    const others = beside.data.requests.filter(({ candidateId }) => candidateId === request.candidateId)
    const refusedToo = targets.flatMap((one) => (one.request.candidateId === request.candidateId ? one.entryIds : []))
    return refusalLetter(desk, {
      ...{ request, entryIds, refusedToo, others, offerings: offerings.data, reason, text: text || null },
      centres: near?.centres ?? [],
    })
  }, [desk, target, targets, reason, text, offerings.data, beside.data, near])
  return (
    <section className="refusal-preview" aria-label={REFUSE.preview}>
      {targets.length > 1 ? (
        <Select
          shown
          label={REFUSE.previewFor}
          value={target?.request.id ?? ''}
          options={targets.map(({ request }) => ({ value: request.id, label: fullName(request.candidate) }))}
          onChange={setShownId}
        />
      ) : (
        <h3>{REFUSE.preview}</h3>
      )}
      <div role="status" className="meanwhile">
        {children}
      </div>
      {letter && target ? (
        <>
          <LetterView letter={letter} to={target.request.candidate.email || REFUSE.noMail} />
          <p className="sub">
            {REFUSE.byHq}{' '}
            {near
              ? REFUSE.centresAsOf(near.centres.length, formatDayTime(near.askedAt, desk.centre.timeZone))
              : REFUSE.centresByHq}
          </p>
        </>
      ) : (
        <p className="letter none muted">
          <Icon name="edit" size={20} />
          {REFUSE.noReason}
        </p>
      )}
    </section>
  )
}
