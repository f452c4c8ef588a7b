import type { Currency } from '../../domain/money.ts'
import type { CentreOfMail, ExamOfMail } from '../../text/mails/mail-data.ts'
import type { Tx } from '../db/open.ts'

type Asked = { examId: string; offeringId: string | null; feeAmount: number; currency: Currency }

/** The exams of these entries of a centre, as mails name them, in the order of their codes. */
export async function examsOfMail(tx: Tx, centreId: string, entries: readonly Asked[]): Promise<ExamOfMail[]> {
  if (entries.length === 0) return []
  const exams = await tx
    .selectFrom('exam')
    .select(['id', 'code', 'label'])
    .where(
      'id',
      'in',
      entries.map(({ examId }) => examId),
    )
    .execute()
  const offerings = await tx
    .selectFrom('offering')
    .select(['id', 'softwareIds'])
    .where('centreId', '=', centreId)
    .where(
      'id',
      'in',
      entries.map(({ offeringId }) => offeringId ?? ''),
    )
    .execute()
  const names = new Map(
    (await tx.selectFrom('software').select(['id', 'name']).execute()).map(({ id, name }) => [id, name]),
  )
  return entries
    .map(({ examId, offeringId, feeAmount, currency }) => {
      const { code = examId, label = '' } = exams.find(({ id }) => id === examId) ?? {}
      const softwareIds = offerings.find(({ id }) => id === offeringId)?.softwareIds ?? []
      return { code, label, softwareNames: softwareIds.map((id) => names.get(id) ?? id), feeAmount, currency }
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** A centre as mails name it. */
export async function centreOfMail(tx: Tx, centreId: string): Promise<CentreOfMail> {
  const centre = await tx
    .selectFrom('centre')
    .leftJoin('centreSettings', 'centreSettings.centreId', 'centre.id')
    .select(['centre.name', 'centre.town', 'centre.timeZone', 'centreSettings.addressLines'])
    .select(['centre.phone', 'centre.email'])
    .where('centre.id', '=', centreId)
    .executeTakeFirstOrThrow()
  return { ...centre, addressLines: centre.addressLines ?? [] }
}
