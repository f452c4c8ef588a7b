import type { TokenRequest } from '../contract/hq.ts'
import type { Tx } from './db/open.ts'
import { HttpError } from './http-error.ts'

/** What HQ keeps of a device and every contact is held against. */
export type KeptDevice = {
  id: string
  centreId: string
  publicKey: string
  agePublicKey: string
  revokedAt: string | null
  replacedBy: string | null
  lastSequence: number
  contact: string
  contactBefore: string
}

/** The device, locked until the transaction ends: one contact of a device at a time. Undefined when nobody knows it. */
export function lockDevice(tx: Tx, deviceId: string): Promise<KeptDevice | undefined> {
  return tx
    .selectFrom('hqDevice')
    .select([
      'id',
      'centreId',
      'publicKey',
      'agePublicKey',
      'revokedAt',
      'replacedBy',
      'lastSequence',
      'contact',
      'contactBefore',
    ])
    .where('id', '=', deviceId)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

/**
 * Whether this is the only one that may speak in the device's name, as far as its own account of itself tells.
 * @param lastSequence the highest number it has given to a command
 * @throws HttpError `revoked`, `forked`
 */
export function checkIdentity(device: KeptDevice, lastSequence: number): void {
  if (device.revokedAt !== null) throw new HttpError('revoked')
  if (device.replacedBy !== null || lastSequence < device.lastSequence) throw new HttpError('forked')
}

/**
 * Moves the chain of contacts on. The same pair again is the same contact, whose answer was lost; a mark that HQ has moved on
 * from is an older copy's.
 * @throws HttpError `forked`
 */
export async function keepContact(
  tx: Tx,
  device: KeptDevice,
  { contact, nextContact }: Pick<TokenRequest, 'contact' | 'nextContact'>,
): Promise<void> {
  if (contact === device.contactBefore && nextContact === device.contact) return
  if (contact !== device.contact) throw new HttpError('forked')
  await tx
    .updateTable('hqDevice')
    .set({ contact: nextContact, contactBefore: contact })
    .where('id', '=', device.id)
    .execute()
}
