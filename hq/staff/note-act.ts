import { uuidV7 } from '../../domain/ids.ts'
import type { Tx } from '../db/open.ts'
import type { Hq } from '../hq.ts'

export type StaffAct =
  | 'account.add'
  | 'account.close'
  | 'account.link'
  | 'account.password'
  | 'duplicate.same'
  | 'duplicate.apart'
  | 'code.issue'
  | 'codes.withdraw'
  | 'device.revoke'
  | 'mail.resend'
  | 'mail.give-up'
  | 'message.handle'

/**
 * Keeps who did what, in the transaction that does it.
 * @param staffId null for whoever holds the command line
 * @param about the id of what it was done to: nothing of it is repeated here
 */
export async function noteAct(
  tx: Tx,
  { clock, random }: Pick<Hq, 'clock' | 'random'>,
  { staffId, act, about }: { staffId: string | null; act: StaffAct; about: string },
): Promise<void> {
  const at = clock.now()
  await tx
    .insertInto('staffAct')
    .values({ id: uuidV7(at, random(16)), staffId, at, act, about })
    .execute()
}
