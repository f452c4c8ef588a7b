import type { RequestRow } from '../../contract/desk.ts'

/** What a person sees of a request, as one text: two that differ were changed. That HQ has answered what was expected is no change. */
export function lookOfRow({ candidate, organisation, entries, changes, dataCheckedAt }: RequestRow): string {
  return JSON.stringify([
    candidate,
    organisation?.name,
    changes.length,
    dataCheckedAt,
    entries.map(({ id, status, offeringId, deadlineAt, paid, feeAmount, refusal, proposedOfferingId }) => [
      ...[id, status, offeringId, deadlineAt, paid, feeAmount],
      ...[refusal?.reason, refusal?.text, proposedOfferingId],
    ]),
  ])
}
