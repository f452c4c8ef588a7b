import { readCreditMoves } from '../../db/credits.ts'
import { sumAllocated } from '../../db/payments.ts'
import { getRow, getRows, listRows } from '../../db/rows.ts'
import type { Tx } from '../../db/schema.ts'
import { byId } from '../../domain/by-id.ts'
import type { Candidate } from '../../domain/candidate.ts'
import { fullName } from '../../domain/candidate.ts'
import { asTheyStand } from '../../domain/credit.ts'
import type { Payment, ReceiptContent } from '../../domain/payment.ts'
import { sayReference } from '../../text/cheque-words.ts'
import { activityLines } from '../../text/papers/activity.ts'
import { bornOnWords, civility } from '../../text/people.ts'
import { ownCentre } from '../own-centre.ts'

/** As much as a receipt keeps of references that hundreds of exams may have. */
const LONGEST = 2000

/** What a receipt will say, read now and frozen for good: names and labels may change later, the receipt does not. */
export async function receiptContent(tx: Tx, payment: Payment, issuedBy: string): Promise<ReceiptContent> {
  const { centre, settings } = await ownCentre(tx)
  const session = await getRow(tx, 'examSession', payment.sessionId)
  const [now = payment] = asTheyStand([payment], ...(await readCreditMoves(tx, [payment.id])))
  const agreements = await listAgreements(tx, now)
  const lines = await receiptLines(tx, now, agreements.length > 1)
  const payer = await payerOf(tx, payment)
  return {
    centreName: centre.name,
    centreTown: centre.town,
    centreAddress: settings.addressLines,
    centreLegal: [...settings.legalLines, ...activityLines(settings)],
    vatWording: settings.vatWording ?? '',
    sessionLabel: session?.label ?? payment.sessionId,
    payerName: payer.name,
    payerAddress: payer.address,
    payerIsOrganisation: payment.payer.kind === 'organisation',
    ...(agreements.length > 0 && { agreement: agreementWords(agreements) }),
    method: payment.method,
    reference: sayReference(payment),
    receivedOn: payment.receivedOn,
    amount: payment.amount,
    currency: payment.currency,
    timeZone: centre.timeZone,
    issuedBy,
    lines,
    // What was given back since was received all the same.
    credit: payment.amount - lines.reduce((sum, { amount }) => sum + amount, 0),
  }
}

/** What an organisation agreed to pay on account, of the exams that it pays for here. */
async function listAgreements(tx: Tx, { payer, allocations }: Payment): Promise<string[]> {
  if (payer.kind !== 'organisation') return []
  const entryIds = allocations.map(({ entryId }) => entryId)
  const references = (await getRows(tx, 'entry', entryIds)).flatMap(({ agreement }) => agreement ?? [])
  return [...new Set(references)].sort()
}

const agreementWords = (agreements: readonly string[]) => agreements.join(', ').slice(0, LONGEST)

/** The agreements or orders of who paid this, as of now; null where there are none. */
export async function agreementOf(tx: Tx, payment: Payment): Promise<string | null> {
  const [now = payment] = asTheyStand([payment], ...(await readCreditMoves(tx, [payment.id])))
  return agreementWords(await listAgreements(tx, now)) || null
}

async function payerOf(tx: Tx, { payer }: Payment): Promise<{ name: string; address: string[] }> {
  if (payer.kind === 'organisation') {
    const organisation = await getRow(tx, 'organisation', payer.id)
    return { name: organisation?.name ?? '', address: organisation?.addressLines ?? [] }
  }
  const candidate = await getRow(tx, 'candidate', payer.id)
  if (!candidate) return { name: '', address: [] }
  return {
    name: `${civility(candidate.sex)} ${fullName(candidate)}`,
    address: [...candidate.addressLines, `${candidate.postcode} ${candidate.town}`],
  }
}

/** @param each whether each line says its own agreement: of several, who pays looks for which exams go with which */
async function receiptLines(tx: Tx, payment: Payment, each: boolean): Promise<ReceiptContent['lines']> {
  const entries = byId(
    await getRows(
      tx,
      'entry',
      payment.allocations.map(({ entryId }) => entryId),
    ),
  )
  const candidates = byId(
    await getRows(
      tx,
      'candidate',
      [...entries.values()].map(({ candidateId }) => candidateId),
    ),
  )
  const allocated = await sumAllocated(tx, [...entries.keys()])
  const exams = byId(await listRows(tx, 'exam'))
  const software = new Map((await listRows(tx, 'software')).map((row) => [row.id, row.name]))
  const offerings = byId(await listRows(tx, 'offering'))
  return payment.allocations.flatMap(({ entryId, amount }) => {
    const entry = entries.get(entryId)
    if (!entry) return []
    const exam = exams.get(entry.examId)
    const candidate: Candidate | undefined = candidates.get(entry.candidateId)
    const softwareIds = offerings.get(entry.offeringId ?? '')?.softwareIds ?? []
    return {
      examCode: exam?.code ?? entry.examId,
      examLabel: exam?.label ?? '',
      software: softwareIds.map((id) => software.get(id) ?? id).join(', '),
      candidateName: candidate ? fullName(candidate) : '',
      candidateBirth: candidate ? bornOnWords(candidate) : '',
      nuc: candidate?.nuc ?? null,
      ...(each && entry.agreement !== null && { agreement: entry.agreement }),
      unitPrice: entry.feeAmount,
      amount,
      remaining: Math.max(0, entry.feeAmount - (allocated.get(entryId) ?? 0)),
    }
  })
}
