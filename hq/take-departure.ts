import type { CommandResult, Cursor } from '../contract/hq.ts'
import type { RescueRefusal } from '../contract/refusals.ts'
import type { Departure, Return } from '../contract/rescue.ts'
import type { WireRow } from '../contract/rows.ts'
import { addressOf, openDeparture } from '../rescue/open.ts'
import { seal } from '../rescue/seal.ts'
import { runCommands } from './commands/run-commands.ts'
import type { Tx } from './db/open.ts'
import { inSnapshot, inTransaction } from './db/transaction.ts'
import { headsOf } from './feed-heads.ts'
import type { Hq } from './hq.ts'
import { HttpError } from './http-error.ts'
import { digestOf, readBoth } from './read-changes.ts'
import { beginSnapshot, type Place, readSnapshot } from './read-snapshot.ts'

export type Taken =
  | { ok: true; answer: Uint8Array; deviceName: string; departure: number; number: number; results: CommandResult[] }
  | { ok: false; refusal: RescueRefusal }

/** Rows read at once into a return. */
const ROWS_AT_ONCE = 5000
/** What a column of HQ holds. */
const MOST_FILES = 2 ** 31 - 1

type Sender = { id: string; centreId: string; publicKey: string; agePublicKey: string; deviceName: string }

/**
 * Takes a rescue file of a PC as its exchange: its commands as the network would have brought them, and everything since its cursor
 * in answer, sealed for it. Read twice, late or after the network came back, nothing is done twice and an answer is given again.
 * A file is refused whole, for a reason, or taken; a number below HQ's is no sign of a copy here, for a file may come late.
 */
export async function takeDeparture(hq: Hq, file: Uint8Array): Promise<Taken> {
  const address = addressOf(file)
  if (!address.ok) return address
  const { kind, deviceId, centreId } = address.header
  if (kind !== 'departure') return { ok: false, refusal: 'wrong-direction' }
  const sender = await findSender(hq, deviceId, centreId)
  if ('refusal' in sender) return { ok: false, refusal: sender.refusal }
  const { identity } = hq.keys.rescue
  const opened = await openDeparture(file, { identity, publicKey: sender.publicKey })
  if (!opened.ok) return opened
  const departure = opened.payload
  // Signed, and of the right shape, but of a number that no PC comes to.
  if (departure.number > MOST_FILES) return { ok: false, refusal: 'altered' }
  try {
    const results = await runCommands(hq, { deviceId, centreId }, departure.commands)
    const answer = await makeReturn(hq, sender, departure)
    return {
      ok: true,
      answer: await seal(answer, { privateKey: hq.keys.rescue.privateKey, recipient: sender.agePublicKey }),
      deviceName: sender.deviceName,
      departure: departure.number,
      number: answer.number,
      results,
    }
  } catch (error) {
    if (error instanceof HttpError && error.code === 'forked') return { ok: false, refusal: 'forked-sender' }
    if (error instanceof HttpError && error.code === 'revoked') return { ok: false, refusal: 'revoked-sender' }
    throw error
  }
}

async function findSender(
  { db }: Pick<Hq, 'db'>,
  deviceId: string,
  centreId: string,
): Promise<Sender | { refusal: RescueRefusal }> {
  const device = await db
    .selectFrom('hqDevice')
    .innerJoin('device', (join) =>
      join.onRef('device.id', '=', 'hqDevice.id').onRef('device.centreId', '=', 'hqDevice.centreId'),
    )
    .select([
      'hqDevice.id',
      'hqDevice.centreId',
      'hqDevice.publicKey',
      'hqDevice.agePublicKey',
      'hqDevice.revokedAt',
      'hqDevice.replacedBy',
      'device.name as deviceName',
    ])
    .where('hqDevice.id', '=', deviceId)
    .executeTakeFirst()
  if (!device) return { refusal: 'unknown-sender' }
  if (device.centreId !== centreId) return { refusal: 'other-centre' }
  if (device.revokedAt !== null) return { refusal: 'revoked-sender' }
  if (device.replacedBy !== null) return { refusal: 'forked-sender' }
  return device
}

async function makeReturn(hq: Hq, sender: Sender, departure: Departure): Promise<Return> {
  const number = await nextNumber(hq, sender, departure)
  const { centreId } = sender
  const madeAt = hq.clock.now()
  const told = await inSnapshot(hq.db, async (tx) => {
    const heads = await headsOf(tx, centreId)
    const to = { common: heads.common.head, centre: heads.centre.head }
    const floor = { common: heads.common.floor, centre: heads.centre.floor }
    const isTellable = departure.complete && isWithin(floor, departure.cursor) && isWithin(departure.cursor, to)
    const news = isTellable
      ? { changes: await changesSince(tx, centreId, departure.cursor), rows: null }
      : { changes: [], rows: await allRows(tx, centreId, madeAt) }
    return { to, ...news, digest: digestOf(heads) }
  })
  const { id: deviceId } = sender
  const { number: answers, cursor: from } = departure
  return { kind: 'return', centreId, deviceId, number, answers, madeAt, from, ...told }
}

function isWithin(one: Cursor, other: Cursor): boolean {
  return one.common <= other.common && one.centre <= other.centre
}

/** Counts the files of each PC, in both directions. */
function nextNumber({ db }: Hq, sender: Sender, departure: Departure): Promise<number> {
  return inTransaction(db, async (tx) => {
    const { lastReturn } = await tx
      .updateTable('hqDevice')
      .set((eb) => ({
        lastReturn: eb('lastReturn', '+', 1),
        lastDeparture: eb.fn<number>('greatest', ['lastDeparture', eb.val(departure.number)]),
      }))
      .where('id', '=', sender.id)
      .returning('lastReturn')
      .executeTakeFirstOrThrow()
    return lastReturn
  })
}

async function changesSince(tx: Tx, centreId: string, after: Cursor): Promise<Return['changes']> {
  const changes: Return['changes'] = []
  for (let cursor = after, more = true; more; ) {
    const page = await readBoth(tx, centreId, cursor, ROWS_AT_ONCE)
    changes.push(...page.changes)
    ;({ cursor, more } = page)
  }
  return changes
}

async function allRows(tx: Tx, centreId: string, now: string): Promise<WireRow[]> {
  const rows: WireRow[] = []
  for (let place: Place | null = await beginSnapshot(tx, centreId, now); place; ) {
    const page = await readSnapshot(tx, centreId, place, ROWS_AT_ONCE)
    rows.push(...page.rows)
    place = page.next
  }
  return rows
}
