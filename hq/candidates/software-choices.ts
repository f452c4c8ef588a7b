import type { OfferedExam } from '../../contract/candidate-pages.ts'
import type { Exam } from '../../domain/catalogue.ts'
import type { Entry } from '../../domain/entry.ts'
import { registrationState } from '../../domain/registration.ts'
import type { Instant } from '../../domain/time.ts'
import type { Tx } from '../db/open.ts'
import { toldOffering, usedSeats } from './find-centres.ts'

type Asked = Pick<Entry, 'id' | 'examId' | 'offeringId' | 'status'> &
  Pick<Exam, 'registrationOpensAt' | 'registrationClosesAt'>
type At = { centreId: string; software: ReadonlyMap<string, string>; now: Instant }

/**
 * With what each of these entries of a centre could be sat instead, by entry: the offerings that are open for its exam there, and
 * the one that it has. No choice for one that was answered, whose window is not open, or with nothing else to choose.
 */
export async function softwareChoices(
  tx: Tx,
  { centreId, software, now }: At,
  entries: readonly Asked[],
): Promise<Map<string, OfferedExam[]>> {
  const open = entries.filter((entry) => entry.status === 'requested' && registrationState(entry, now) === 'open')
  if (open.length === 0) return new Map()
  const offerings = await tx
    .selectFrom('offering')
    .select(['centreId', 'id', 'examId', 'softwareIds', 'seats', 'open'])
    .where('centreId', '=', centreId)
    .where(
      'examId',
      'in',
      open.map(({ examId }) => examId),
    )
    .orderBy('id')
    .execute()
  const used = await usedSeats(tx, offerings)
  const choices = open.map(({ id, examId, offeringId }) => {
    const there = offerings.filter((one) => one.examId === examId && (one.open || one.id === offeringId))
    const other = there.some((one) => one.id !== offeringId)
    return [id, other ? there.map((one) => toldOffering(one, software, used)) : []] as const
  })
  return new Map(choices)
}
