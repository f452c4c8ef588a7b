import type { ChequeRow } from '../../contract/desk-money.ts'
import type { ChequePlace } from '../../text/screens/cheques.ts'

/** Where a cheque is: what the bank answered, else whether it was taken there. */
export function placeOf({ end, deposit }: Pick<ChequeRow, 'end' | 'deposit'>): ChequePlace {
  return end?.outcome ?? (deposit ? 'deposited' : 'in-hand')
}

/** Of those chosen, those that are still in the list shown, in its order. */
export function pickedAmong<R extends { id: string }>(rows: readonly R[], picked: ReadonlySet<string>): R[] {
  return rows.filter(({ id }) => picked.has(id))
}

export function sumOf(rows: readonly { amount: number }[]): number {
  return rows.reduce((sum, { amount }) => sum + amount, 0)
}
