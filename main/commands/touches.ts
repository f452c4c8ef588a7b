import type { Write } from '../../domain/entities.ts'

/**
 * `entity/id` of every row that these writes concern, those they lean on included: what is « à transmettre », what a tombstone must
 * spare.
 */
export function touchesOf(writes: readonly Write[]): string[] {
  const touches = new Set<string>()
  for (const { entity, value } of writes) {
    touches.add(`${entity}/${value.id}`)
    if (entity === 'entry') touches.add(`request/${value.requestId}`).add(`candidate/${value.candidateId}`)
    if (entity === 'dataCheck') touches.add(`examSession/${value.sessionId}`)
    if (entity === 'payment') {
      touches.add(`${value.payer.kind}/${value.payer.id}`)
      for (const { entryId } of value.allocations) touches.add(`entry/${entryId}`)
    }
    if (entity === 'receipt' || entity === 'paymentVoid' || entity === 'chequeEnd')
      touches.add(`payment/${value.paymentId}`)
    if (entity === 'creditUse' || entity === 'creditReturn') {
      touches.add(`payment/${value.paymentId}`)
      for (const { entryId } of value.takenFrom) touches.add(`entry/${entryId}`)
    }
    if (entity === 'creditUse') for (const { entryId } of value.allocations) touches.add(`entry/${entryId}`)
    if (entity === 'creditNote') touches.add(`receipt/${value.receiptId}`).add(`payment/${value.paymentId}`)
    if (entity === 'chequeDeposit') for (const id of value.paymentIds) touches.add(`payment/${id}`)
    if (entity === 'depositVoid') touches.add(`chequeDeposit/${value.depositId}`)
    if (entity === 'chequeEndVoid') touches.add(`chequeEnd/${value.endId}`).add(`payment/${value.paymentId}`)
    if (entity === 'statementMatch') {
      if (value.paymentId !== null) touches.add(`payment/${value.paymentId}`)
      if (value.depositId !== null) touches.add(`chequeDeposit/${value.depositId}`)
    }
    if (entity === 'callNote') touches.add(`candidate/${value.candidateId}`)
    if (entity === 'reminder' || entity === 'issuedPaper' || entity === 'attendanceMark')
      touches.add(`request/${value.requestId}`).add(`candidate/${value.candidateId}`)
    if (entity === 'sitting') touches.add(`offering/${value.offeringId}`)
    if (entity === 'reviewSettlement') touches.add(`reviewItem/${value.reviewItemId}`)
  }
  return [...touches]
}
