import { hash } from 'node:crypto'
import { fullName } from '../../domain/candidate.ts'
import type { Write } from '../../domain/entities.ts'
import { uuidV7 } from '../../domain/ids.ts'
import { linkText } from '../../domain/paper-chain.ts'
import {
  PAYMENT_METHODS,
  type Payment,
  type Receipt,
  type ReceiptContent,
  receiptNumber,
} from '../../domain/payment.ts'
import { addSeconds, type Instant, toLocalDate } from '../../domain/time.ts'
import { sayReference } from '../../text/cheque-words.ts'
import { activityLines } from '../../text/papers/activity.ts'
import { bornOnWords, civility } from '../../text/people.ts'
import { EXAM_CODES, examsOf, softwareNames } from './catalogue.ts'
import type { SampleCentre } from './centres.ts'
import type { Chance } from './chance.ts'
import type { SampleRequest } from './requests.ts'
import type { SampleSession } from './sessions.ts'

/** Trainees whom an organisation pays for in one transfer. */
const PAID_TOGETHER = 4

/** What was paid for these requests, exactly, with its receipts, numbered in the order of issue in the series of the centre's old PC. */
export function makePayments(
  chance: Chance,
  sample: SampleCentre,
  session: SampleSession,
  requests: readonly SampleRequest[],
): Write[] {
  const alone = requests.filter(
    ({ plan }) => plan.payer === undefined && (plan.status === 'confirmed' || plan.paidInPart),
  )
  const together = requests.filter(({ plan }) => plan.payer === 'organisation' && plan.status === 'confirmed')
  const groups = Array.from({ length: Math.ceil(together.length / PAID_TOGETHER) }, (_, group) =>
    together.slice(group * PAID_TOGETHER, (group + 1) * PAID_TOGETHER),
  )
  const payments = [...alone.map((request) => [request]), ...groups]
    .map((paid) => makePayment(chance, sample, session, paid))
    .sort((a, b) => (a.payment.recordedAt < b.payment.recordedAt ? -1 : 1))
  const numbers = new Map<number, number>()
  let link: string | null = null
  return payments.flatMap(({ payment, paid }): Write[] => {
    const issuedAt = addSeconds(payment.recordedAt, 30)
    const year = Number(toLocalDate(issuedAt, sample.centre.timeZone).slice(0, 4))
    const sequence = (numbers.get(year) ?? 0) + 1
    numbers.set(year, sequence)
    const { series } = sample.device
    const unlinked: Receipt = {
      id: uuidV7(issuedAt, chance.bytes(16)),
      paymentId: payment.id,
      number: receiptNumber(year, series, sequence),
      series,
      year,
      sequence,
      issuedAt,
      templateVersion: 1,
      content: contentOf(sample, session, payment, paid),
      chain: null,
    }
    link = hash('sha256', linkText(link, unlinked))
    const receipt = { ...unlinked, chain: link }
    return [
      { entity: 'payment', value: payment },
      { entity: 'receipt', value: receipt },
    ]
  })
}

function makePayment(chance: Chance, sample: SampleCentre, session: SampleSession, paid: readonly SampleRequest[]) {
  const entries = paid.flatMap((request) => request.entries)
  const part = paid[0]?.plan.paidInPart
  const allocations = entries.map((entry) => ({ entryId: entry.id, amount: part ?? entry.feeAmount }))
  const recordedAt = entries.map((entry) => momentPaid(entry)).reduce((latest, at) => (at > latest ? at : latest))
  const organisation = paid[0]?.plan.payer === 'organisation'
  const method = organisation ? 'transfer' : chance.pick(PAYMENT_METHODS)
  const payment: Payment = {
    id: uuidV7(recordedAt, chance.bytes(16)),
    sessionId: session.id,
    payer: organisation
      ? { kind: 'organisation', id: sample.organisations.paying.id }
      : { kind: 'candidate', id: paid[0]?.candidate.id ?? '' },
    method,
    amount: allocations.reduce((sum, { amount }) => sum + amount, 0),
    currency: sample.centre.currency,
    receivedOn: toLocalDate(recordedAt, sample.centre.timeZone),
    ...referenceOf(chance, method, paid[0] ? fullName(paid[0].candidate) : ''),
    allocations,
    recordedAt,
    recordedBy: cashier(sample),
  }
  return { payment, paid }
}

/** Confirmed as soon as paid; a part payment follows the pre-validation within minutes. */
function momentPaid({ confirmedAt, prevalidatedAt }: SampleRequest['entries'][number]): Instant {
  if (confirmedAt !== null) return addSeconds(confirmedAt, -60)
  if (prevalidatedAt === null) throw new Error('Nobody pays before the pre-validation')
  return addSeconds(prevalidatedAt, 300)
}

function referenceOf(chance: Chance, method: Payment['method'], drawer: string): Pick<Payment, 'reference' | 'cheque'> {
  if (method === 'cheque')
    return {
      reference: null,
      cheque: { number: String(chance.int(1_000_000, 9_999_999)), bank: 'BANQUE DE L’EXEMPLE', drawer },
    }
  return { reference: method === 'transfer' ? `VIR ${chance.int(100_000, 999_999)}` : null, cheque: null }
}

function cashier({ operators }: SampleCentre): string {
  return operators.find(({ role }) => role === 'secretary')?.name ?? ''
}

function contentOf(
  sample: SampleCentre,
  session: SampleSession,
  payment: Payment,
  paid: readonly SampleRequest[],
): ReceiptContent {
  const { centre, settings, organisations } = sample
  const exams = examsOf(session)
  const candidate = paid[0]?.candidate
  const byOrganisation = payment.payer.kind === 'organisation'
  if (!candidate) throw new Error('A payment pays for somebody')
  const lines = paid.flatMap((request) =>
    request.entries.map((entry) => {
      const exam = exams.find(({ id }) => id === entry.examId)
      const plan = sample.offerings.find(({ key }) => entry.offeringId?.endsWith(`-${key}`))
      const amount = payment.allocations.find(({ entryId }) => entryId === entry.id)?.amount ?? 0
      return {
        examCode: exam?.code ?? EXAM_CODES[0],
        examLabel: exam?.label ?? '',
        software: plan && plan.software.length > 0 ? softwareNames(plan.software) : '',
        candidateName: fullName(request.candidate),
        candidateBirth: bornOnWords(request.candidate),
        nuc: request.candidate.nuc,
        unitPrice: entry.feeAmount,
        amount,
        remaining: Math.max(0, entry.feeAmount - amount),
      }
    }),
  )
  return {
    centreName: centre.name,
    centreTown: centre.town,
    centreAddress: settings.addressLines,
    centreLegal: [...settings.legalLines, ...activityLines(settings)],
    vatWording: settings.vatWording ?? '',
    sessionLabel: session.label,
    payerName: byOrganisation ? organisations.paying.name : `${civility(candidate.sex)} ${fullName(candidate)}`,
    payerAddress: byOrganisation
      ? organisations.paying.addressLines
      : [...candidate.addressLines, `${candidate.postcode} ${candidate.town}`],
    payerIsOrganisation: byOrganisation,
    method: payment.method,
    reference: sayReference(payment),
    receivedOn: payment.receivedOn,
    amount: payment.amount,
    currency: payment.currency,
    timeZone: centre.timeZone,
    issuedBy: payment.recordedBy,
    lines,
    credit: payment.amount - lines.reduce((sum, { amount }) => sum + amount, 0),
  }
}
