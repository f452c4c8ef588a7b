import { isBounced } from '../../db/cheques.ts'
import { findCreditNote, isVoided } from '../../db/payments.ts'
import { getRow, getRows } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { byId } from '../../domain/by-id.ts'
import type { CentreSettings } from '../../domain/catalogue.ts'
import type { WordingField } from '../../domain/wording.ts'
import { formatMoney } from '../../text/format.ts'
import { wordsOfEverybody } from '../../text/papers/wording-values.ts'
import { ownWording } from '../../text/papers/wordings.ts'
import { ownCentre } from '../own-centre.ts'
import { addresseeOf, readSender } from './letter-content.ts'
import { paidLines } from './paid-lines.ts'
import type { AttestationContent } from './payment-attestation.ts'

type Attested = { sessionId: string; candidateId: string; content: AttestationContent }

/**
 * What a receipt lets the centre attest of each of the candidates that it paid for, in the order of the receipt. None when there is no
 * such receipt, or when it no longer stands: corrected by a credit note, its payment taken back or its cheque bounced.
 */
export async function readAttestations(db: Db, receiptId: string): Promise<Attested[]> {
  const receipt = await getRow(db, 'receipt', receiptId)
  const payment = receipt && (await getRow(db, 'payment', receipt.paymentId))
  if (!receipt || !payment) return []
  if ((await findCreditNote(db, receiptId)) || (await isVoided(db, payment.id)) || (await isBounced(db, payment.id)))
    return []
  const { content, number, issuedAt } = receipt
  const paidFor = await paidLines(db, receipt, payment)
  const candidates = byId(await getRows(db, 'candidate', [...paidFor.keys()]))
  const sender = await readSender(db)
  const { settings } = await ownCentre(db)
  return [...paidFor].flatMap(([candidateId, lines]) => {
    const candidate = candidates.get(candidateId)
    if (!candidate) return []
    const attested = {
      ...sender,
      sessionLabel: content.sessionLabel,
      ...addresseeOf(candidate),
      ...{ payerName: content.payerName, receivedOn: content.receivedOn, currency: content.currency },
      ...{ receiptNumber: number, receiptIssuedAt: issuedAt, lines },
    }
    const words = attestationWords(settings, attested)
    return { sessionId: payment.sessionId, candidateId, content: { ...attested, words } }
  })
}

/** What the centre adds to it, of this candidate. */
export function attestationWords(
  settings: Pick<CentreSettings, WordingField>,
  content: Omit<AttestationContent, 'words'>,
): string[] | undefined {
  const { lines, currency, payerName, receiptNumber } = content
  return ownWording(settings, 'payment-attestation', {
    ...wordsOfEverybody(
      content,
      lines.map(({ examCode }) => examCode),
    ),
    amount: formatMoney(
      lines.reduce((sum, { amount }) => sum + amount, 0),
      currency,
    ),
    payer: payerName,
    receipt: receiptNumber,
  })
}
