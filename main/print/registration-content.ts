import { sumAllocated } from '../../db/payments.ts'
import { rowsBy } from '../../db/request-parts.ts'
import { getRow, getRows } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { byId } from '../../domain/by-id.ts'
import type { CentreSettings } from '../../domain/catalogue.ts'
import { type Entry, isLive } from '../../domain/entry.ts'
import type { LetterAddressee, LetterSender } from '../../domain/shapes/letter.ts'
import type { WordingField } from '../../domain/wording.ts'
import { formatMoney } from '../../text/format.ts'
import { wordsOfEverybody } from '../../text/papers/wording-values.ts'
import { ownWording } from '../../text/papers/wordings.ts'
import { ownCentre } from '../own-centre.ts'
import { addresseeOf, readSender } from './letter-content.ts'

/** Everything that a confirmation of a request says, frozen when it is made. Amounts in minor units of `currency`. */
export type RegistrationContent = LetterSender &
  LetterAddressee & {
    receivedAt: string
    /** The organisation announced as payer. */
    payer: { name: string; onAccount: boolean } | null
    /** Under which of its agreements or orders exams were confirmed on account; absent where there is none. */
    agreement?: string | undefined
    paymentTerms: string
    /** The centre's own paragraph, filled; absent where it has none. */
    words?: readonly string[] | undefined
    exams: (Pick<Entry, 'status' | 'feeAmount' | 'currency' | 'deadlineOn' | 'deadlineAt' | 'refusal'> & {
      code: string
      label: string
      softwareNames: string[]
      paidAmount: number
    })[]
  }

/** Null when the request is not here. */
export async function readRegistration(
  db: Db,
  requestId: string,
): Promise<{ sessionId: string; content: RegistrationContent } | null> {
  const request = await getRow(db, 'request', requestId)
  const candidate = request && (await getRow(db, 'candidate', request.candidateId))
  if (!request || !candidate) return null
  const session = await getRow(db, 'examSession', request.sessionId)
  const payer = request.organisationId ? await getRow(db, 'organisation', request.organisationId) : null
  const { settings } = await ownCentre(db)
  const content = {
    ...(await readSender(db)),
    sessionLabel: session?.label ?? request.sessionId,
    ...addresseeOf(candidate),
    receivedAt: request.receivedAt,
    payer: payer && { name: payer.name, onAccount: payer.onAccount },
    ...(await agreementOf(db, requestId)),
    paymentTerms: settings.paymentTerms,
    exams: await readExams(db, requestId),
  }
  return {
    sessionId: request.sessionId,
    content: { ...content, words: confirmationWords(settings, content) },
  }
}

/** What the centre adds to it, of this candidate. */
export function confirmationWords(
  settings: Pick<CentreSettings, WordingField>,
  content: Omit<RegistrationContent, 'words'>,
): string[] | undefined {
  const { exams } = content
  const due = exams.reduce((sum, exam) => sum + dueOfExam(exam), 0)
  return ownWording(settings, 'confirmation', {
    ...wordsOfEverybody(
      content,
      exams.map(({ code }) => code),
    ),
    amount: formatMoney(due, exams[0]?.currency ?? 'EUR'),
  })
}

/** Nothing is owed before a seat is kept, nor once the exam is over for the candidate. */
export function dueOfExam({ status, feeAmount, paidAmount }: RegistrationContent['exams'][number]): number {
  return isLive(status) && status !== 'requested' ? Math.max(0, feeAmount - paidAmount) : 0
}

async function agreementOf(db: Db, requestId: string): Promise<Pick<RegistrationContent, 'agreement'>> {
  const entries = await rowsBy(db, 'entry', 'requestId', [requestId])
  const references = new Set(entries.flatMap(({ agreement }) => agreement ?? []))
  return references.size === 0 ? {} : { agreement: [...references].sort().join(', ') }
}

async function readExams(db: Db, requestId: string): Promise<RegistrationContent['exams']> {
  const entries = await rowsBy(db, 'entry', 'requestId', [requestId])
  const ids = entries.map(({ id }) => id)
  const exams = byId(await getRows(db, 'exam', [...new Set(entries.map(({ examId }) => examId))]))
  const offerings = byId(
    await getRows(db, 'offering', [...new Set(entries.flatMap(({ offeringId }) => offeringId ?? []))]),
  )
  const softwareIds = [...new Set([...offerings.values()].flatMap((offering) => offering.softwareIds))]
  const software = byId(await getRows(db, 'software', softwareIds))
  const paid = await sumAllocated(db, ids)
  return entries
    .map(({ id, examId, offeringId, status, feeAmount, currency, deadlineOn, deadlineAt, refusal }) => ({
      ...{ status, feeAmount, currency, deadlineOn, deadlineAt, refusal },
      code: exams.get(examId)?.code ?? examId,
      label: exams.get(examId)?.label ?? '',
      softwareNames: (offerings.get(offeringId ?? '')?.softwareIds ?? []).map((one) => software.get(one)?.name ?? one),
      paidAmount: paid.get(id) ?? 0,
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}
