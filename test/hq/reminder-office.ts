import { randomBytes } from 'node:crypto'
import { remind } from '../../hq/mail/remind.ts'
import { aDevice } from '../helpers/a-device.ts'
import { aClock } from '../helpers/an-hq.ts'
import type { Engine } from '../helpers/hq-database.ts'
import type { WorldOptions } from '../helpers/world.ts'
import { prevalidate } from './acts.ts'
import { mailsOf } from './mail-world.ts'
import { startHqWith } from './start-hq.ts'

/** Ny's place, pre-validated on the Monday, is to be paid by the end of Thursday in Rennes. */
export const LAST_DAY_BEGINS = '2026-11-25T23:00:00.000Z'
export const TOO_LATE = '2026-11-26T23:00:00.000Z'

/** A centre where Ny's place is pre-validated, and the mail that says so has left. */
export async function reminderOffice(database: Engine, world: WorldOptions = {}) {
  const clock = aClock()
  const { hq, world: made } = await startHqWith({ seats: 5, ...world }, { database, clock })
  const pc = await aDevice(hq, 'rennes')
  await pc.send(prevalidate(pc, made, 'Ny'))
  await hq.db.updateTable('mail').set({ status: 'sent' }).execute()
  const remindNow = () => remind({ db: hq.db, clock, random: randomBytes, reportBug: (error) => hq.bugs.push(error) })
  const reminders = async () => (await mailsOf(hq)).filter(({ name }) => name === 'reminder')
  return { hq, world: made, clock, pc, remindNow, reminders }
}
