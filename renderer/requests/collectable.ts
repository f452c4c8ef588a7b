import type { RequestRow } from '../../contract/desk.ts'
import { fullName } from '../../domain/candidate.ts'
import { holdsSeat } from '../../domain/entry.ts'
import { dueOf } from '../../domain/entry-groups.ts'
import { owedIn } from '../payments/payment-form.ts'

/** Why no payment is to be taken for a request: its answer is awaited, here or at HQ, it is paid, or it holds no seat. */
export type NotCollectable = 'hq-decides' | 'unanswered' | 'paid' | 'refused' | 'seat-given-back'

/** Who owes for some of the requests selected: the organisation announced, else the candidate. */
export type PayerOwing = {
  /** Of the payer, whoever else has the same name. */
  key: string
  name: string
  /** In the order given. */
  requests: [RequestRow, ...RequestRow[]]
  /** Minor units. */
  due: number
}

export type Collection = {
  payable: RequestRow[]
  not: { request: RequestRow; why: NotCollectable }[]
  /** Who owes most often first, then most. One payment is one payer's. */
  payers: PayerOwing[]
}

/** Of several requests, those for which a payment can be taken now, of whom, and why not for the others. */
export function judgeCollection(requests: readonly RequestRow[]): Collection {
  const answer: Collection = { payable: [], not: [], payers: [] }
  const payers = new Map<string, PayerOwing>()
  for (const request of requests) {
    const due = owedIn([request]).reduce((sum, one) => sum + one.due, 0)
    if (due === 0) {
      answer.not.push({ request, why: whyNotCollectable(request) })
      continue
    }
    answer.payable.push(request)
    const { organisation, candidate } = request
    const key = organisation ? `organisation/${organisation.id}` : `candidate/${candidate.id}`
    const payer = payers.get(key)
    if (payer) {
      payer.requests.push(request)
      payer.due += due
    } else payers.set(key, { key, name: organisation?.name ?? fullName(candidate), requests: [request], due })
  }
  answer.payers = [...payers.values()].sort((a, b) => b.requests.length - a.requests.length || b.due - a.due)
  return answer
}

/** Of several exams, what is nearest to a payment. */
function whyNotCollectable({ entries }: RequestRow): NotCollectable {
  if (entries.some((entry) => entry.doubtful && dueOf(entry) > 0)) return 'hq-decides'
  if (entries.some(({ status }) => status === 'requested')) return 'unanswered'
  if (entries.some(({ status }) => holdsSeat(status))) return 'paid'
  return entries.some(({ status }) => status === 'refused') ? 'refused' : 'seat-given-back'
}
