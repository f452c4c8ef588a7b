import { findCreditNote, isBounced, isVoided } from '../../db/payments.ts'
import { getRow, getRows } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { byId } from '../../domain/by-id.ts'
import { addresseeOf, readSender } from './letter-content.ts'
import type { AttestationContent } from './payment-attestation.ts'

/**
 * What a receipt lets the centre attest of each of the candidates that it paid for, in the order of the receipt. None when there is no
 * such receipt, or when it no longer stands: corrected by a credit note, its payment taken back or its cheque bounced.
 */
export async function readAttestations(
  db: Db,
  receiptId: string,
): Promise<{ sessionId: string; candidateId: string; content: AttestationContent }[]> {
  const receipt = await getRow(db, 'receipt', receiptId)
  const payment = receipt && (await getRow(db, 'payment', receipt.paymentId))
  if (!receipt || !payment) return []
  if ((await findCreditNote(db, receiptId)) || (await isVoided(db, payment.id)) || (await isBounced(db, payment.id)))
    return []
  const { content, number, issuedAt } = receipt
  const entryIds = payment.allocations.map(({ entryId }) => entryId)
  // The receipt has a line for each allocation whose entry was known when it was issued, in the same order.
  if (content.lines.length !== entryIds.length) return []
  const entries = byId(await getRows(db, 'entry', entryIds))
  const paidFor = Map.groupBy(
    content.lines.map((line, index) => ({ line, candidateId: entries.get(entryIds[index] ?? '')?.candidateId ?? '' })),
    ({ candidateId }) => candidateId,
  )
  const candidates = byId(await getRows(db, 'candidate', [...paidFor.keys()]))
  const sender = await readSender(db)
  return [...paidFor].flatMap(([candidateId, lines]) => {
    const candidate = candidates.get(candidateId)
    if (!candidate) return []
    const attested: AttestationContent = {
      ...sender,
      sessionLabel: content.sessionLabel,
      ...addresseeOf(candidate),
      ...{ payerName: content.payerName, receivedOn: content.receivedOn, currency: content.currency },
      ...{ receiptNumber: number, receiptIssuedAt: issuedAt },
      lines: lines.map(({ line: { examCode, examLabel, amount } }) => ({ examCode, examLabel, amount })),
    }
    return { sessionId: payment.sessionId, candidateId, content: attested }
  })
}
