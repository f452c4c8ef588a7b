import type { Exam } from '../../domain/catalogue.ts'
import type { Currency } from '../../domain/money.ts'

/** What the exams cost together in the centre's currency, in minor units. */
export function totalFee(exams: readonly Pick<Exam, 'fee'>[], currency: Currency): number {
  return exams.reduce((total, { fee }) => total + fee[currency], 0)
}
