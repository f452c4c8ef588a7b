import { writeFileSync } from 'node:fs'
import type { RescueWritten } from '../../contract/ipc.ts'
import type { Departure } from '../../contract/rescue.ts'
import { addAudit } from '../../db/audit.ts'
import { asSent, listPending, markSending } from '../../db/commands.ts'
import { getRow } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { readSyncState, saveSyncState } from '../../db/sync-state.ts'
import { departureName } from '../../rescue/file-name.ts'
import { seal } from '../../rescue/seal.ts'
import { type ClickContext, newId } from '../commands/context.ts'
import { cursorOf } from '../sync/pull.ts'
import { takeDue } from '../sync/push.ts'
import { fileState } from './written-file.ts'

export type DepartureOptions = Pick<ClickContext, 'clock' | 'random'> & {
  appVersion: string
  operatorName: string
  /** Where to write it, given the name proposed; null when the person gave up. */
  chooseWhere: (name: string) => Promise<string | null>
}

/**
 * Writes everything that HQ has not judged into one file, signed by this PC and readable by HQ alone. It may travel any way, be read
 * twice or late, or after the network came back: HQ takes each command once. What is in it can no longer be undone.
 */
export async function writeDeparture(
  db: Db,
  { clock, random, appVersion, operatorName, chooseWhere }: DepartureOptions,
): Promise<RescueWritten> {
  const { deviceId, hqAgePublicKey, deviceName = '', centreId = '', departureNumber } = await readSyncState(db)
  if (!deviceId || !hqAgePublicKey) return { ok: false, code: 'not-enrolled' }
  const now = clock.now()
  const centre = await getRow(db, 'centre', centreId)
  const path = await chooseWhere(departureName({ centre, deviceName, number: Number(departureNumber ?? 0) + 1, now }))
  if (path === null) return { ok: false, code: 'cancelled' }
  const { departure, privateKey, lastSequence } = await db.transaction().execute(async (tx) => {
    const state = await readSyncState(tx)
    const due = takeDue(await listPending(tx), now)
    // As before a sending by network: once it is in a file that may already be on its way, nobody may take it back.
    await markSending(
      tx,
      due.map(({ id }) => id),
      now,
    )
    const number = Number(state.departureNumber ?? 0) + 1
    await saveSyncState(tx, { departureNumber: String(number) })
    await addAudit(tx, {
      id: newId({ clock, random }),
      at: now,
      operatorName,
      kind: 'departure-written',
      detail: { number, commands: due.length },
    })
    const departure: Departure = {
      kind: 'departure',
      centreId: state.centreId ?? '',
      deviceId: state.deviceId ?? '',
      number,
      madeAt: now,
      appVersion,
      lastSequence: Number(state.lastSequence ?? 0),
      cursor: cursorOf(state),
      complete: state.snapshotComplete === '1',
      commands: due.map(asSent),
    }
    return { departure, privateKey: state.privateKey ?? '', lastSequence: due.at(-1)?.sequence ?? 0 }
  })
  const file = await seal(departure, { privateKey, recipient: hqAgePublicKey })
  try {
    writeFileSync(path, file)
  } catch (error) {
    console.error('rescue file not written', error)
    return { ok: false, code: 'not-written' }
  }
  await saveSyncState(db, fileState({ number: departure.number, writtenAt: now, lastSequence }))
  return { ok: true, path, number: departure.number, commands: departure.commands.length }
}
