import type { NewCodeAnswer } from '../../contract/staff-pages.ts'
import { addSeconds } from '../../domain/time.ts'
import type { Tx } from '../db/open.ts'
import { inTransaction } from '../db/transaction.ts'
import { lockDevice } from '../device-contact.ts'
import { CODE_SECONDS, issueEnrolmentCode, withdrawUnusedCodes } from '../enrolment-codes.ts'
import type { Hq } from '../hq.ts'
import type { PageRefusal } from '../page-error.ts'
import { noteAct } from './note-act.ts'
import type { StaffMember } from './staff-sessions.ts'

type Needed = Pick<Hq, 'db' | 'clock' | 'random'>

/** A code that lets one more PC into a centre: the only time that it is told. Refuses: not-found. */
export async function issueCode(
  hq: Needed,
  { staffId }: StaffMember,
  centreId: string,
): Promise<NewCodeAnswer | PageRefusal> {
  return inTransaction(hq.db, async (tx) => {
    if (!(await isCentre(tx, centreId))) return { refused: 'not-found' }
    const code = await issueEnrolmentCode({ ...hq, db: tx }, centreId)
    await noteAct(tx, hq, { staffId, act: 'code.issue', about: centreId })
    return { code, expiresAt: addSeconds(hq.clock.now(), CODE_SECONDS) }
  })
}

/** The codes of a centre that nobody used stop working. Refuses: not-found. */
export async function withdrawCodes(
  hq: Needed,
  { staffId }: StaffMember,
  centreId: string,
): Promise<object | PageRefusal> {
  return inTransaction(hq.db, async (tx) => {
    if (!(await isCentre(tx, centreId))) return { refused: 'not-found' }
    await withdrawUnusedCodes({ db: tx }, centreId)
    await noteAct(tx, hq, { staffId, act: 'codes.withdraw', about: centreId })
    return {}
  })
}

/**
 * Shuts a PC out: no token, no command, no new identity, no rescue file of it is taken from now on; what it reads under a token that it
 * has ends with that token, within ten minutes. Its receipts and its row stay. Refuses: not-found, changed-meanwhile.
 */
export async function revokeDevice(
  hq: Needed,
  { staffId }: StaffMember,
  deviceId: string,
): Promise<object | PageRefusal> {
  return inTransaction(hq.db, async (tx) => {
    const device = await lockDevice(tx, deviceId)
    if (!device) return { refused: 'not-found' }
    if (device.revokedAt !== null) return { refused: 'changed-meanwhile' }
    await tx.updateTable('hqDevice').set({ revokedAt: hq.clock.now() }).where('id', '=', deviceId).execute()
    await noteAct(tx, hq, { staffId, act: 'device.revoke', about: deviceId })
    return {}
  })
}

async function isCentre(tx: Tx, id: string): Promise<boolean> {
  return (await tx.selectFrom('centre').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}
