import { readRow } from '../../contract/rows.ts'
import { openDatabase } from '../../db/open.ts'
import { listRows } from '../../db/rows.ts'
import { type EntityName, entityNames } from '../../domain/entities.ts'
import { drawSecrets, keysOf, signer } from '../../main/sync/device-keys.ts'
import { createHqClient } from '../../main/sync/hq-client.ts'

/** Rows by `entity/id`. */
export type Truth = Map<string, unknown>

/**
 * All that HQ holds of the centre, read by the contract as a PC enrolled for the purpose would: what HQ gives, not what it keeps.
 * Keys are `entity/id`.
 */
export async function readHq(hqUrl: string, code: string, appVersion: string): Promise<Truth> {
  const keys = await keysOf(await drawSecrets())
  const anonymous = createHqClient({ hqUrl, appVersion, fetch, identity: null })
  const { publicKey, agePublicKey } = keys
  const enrolled = await anonymous.enrol({ code, deviceName: 'CONTRÔLE', publicKey, agePublicKey, appVersion })
  if (!enrolled.ok) throw new Error(`HQ refuses the witness: ${enrolled.trouble}`)
  const contact = { lastSequence: 0, contact: '', nextContact: 'a first and only contact' }
  const identity = {
    deviceId: enrolled.value.deviceId,
    sign: signer(keys.privateKey),
    contact: async () => contact,
    met: async () => {},
  }
  const client = createHqClient({ hqUrl, appVersion, fetch, identity })
  const truth: Truth = new Map()
  for (let page: string | null = null; ; ) {
    const reply: Awaited<ReturnType<typeof client.snapshot>> = await client.snapshot(page)
    if (!reply.ok) throw new Error(`HQ gives no snapshot: ${reply.trouble}`)
    for (const wire of reply.value.rows) {
      const row = readRow(wire)
      if (row === 'unknown' || 'invalid' in row)
        throw new Error(`HQ gives a row that this version cannot read: ${wire.entity}/${wire.id}`)
      truth.set(`${row.entity}/${row.id}`, row.value)
    }
    page = reply.value.next
    if (page === null) return truth
  }
}

/** All that this PC's database holds, pending work included. The application must be closed. */
export async function readDesk(file: string): Promise<Truth> {
  const db = await openDatabase(file)
  const truth: Truth = new Map()
  for (const entity of entityNames as EntityName[])
    for (const row of await listRows(db, entity)) truth.set(`${entity}/${row.id}`, row)
  await db.destroy()
  return truth
}

/** Keys of rows that one holds and the other does not, or that differ. */
export function differences(one: Truth, other: Truth): string[] {
  const keys = new Set([...one.keys(), ...other.keys()])
  return [...keys].filter((key) => !same(one.get(key), other.get(key))).sort()
}

/** Whether two JSON values are equal, whatever the order their fields were written in. */
export function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, field: unknown) =>
    field !== null && typeof field === 'object' && !Array.isArray(field)
      ? Object.fromEntries(Object.entries(field).sort(([a], [b]) => (a < b ? -1 : 1)))
      : field,
  )
}
