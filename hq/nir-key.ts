import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto'
import type { HqDatabase, Tx } from './db/open.ts'

/** What HQ does with NIR: it keeps them sealed, and finds equal ones without opening them (`docs/decisions/0020-nir.md`). */
export type NirKey = {
  /** The number as it is kept, for this row alone: moved to another row it no longer opens. */
  seal: (nir: string, row: SealedRow) => string
  /** @throws when this key did not seal it for this row: somebody changed the database */
  open: (sealed: string, row: SealedRow) => string
  /** The same for the same number, and of no use to whoever has not the key. */
  mark: (nir: string) => string
  /** Tells this key from another; says nothing of it. */
  fingerprint: string
}
export type SealedRow = { table: 'submission' | 'candidate_file'; id: string }

const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
const NAME = 'nir-fingerprint'

/** From `HQ_NIR_KEY`: 32 bytes in base64. Null when it is not that. */
export function readNirKey(text: string, random: (size: number) => Uint8Array): NirKey | null {
  const secret = Buffer.from(text.trim(), 'base64')
  // Node passes over what is not base64: a text cut short or mistyped must not become a key.
  if (secret.length !== KEY_BYTES || secret.toString('base64') !== text.trim()) return null
  const sealing = derived(secret, 'seal')
  const marking = derived(secret, 'mark')
  return {
    seal(nir, row) {
      const nonce = random(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(dataOf(row))
      return Buffer.concat([nonce, cipher.update(nir, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64')
    },
    open(sealed, row) {
      const bytes = Buffer.from(sealed, 'base64')
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      })
      decipher.setAAD(dataOf(row)).setAuthTag(bytes.subarray(-TAG_BYTES))
      return decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
    },
    mark: (nir) => createHmac('sha256', marking).update(nir).digest('base64url'),
    fingerprint: derived(secret, 'fingerprint').toString('base64url'),
  }
}

/** Each use has a key of its own. */
function derived(secret: Buffer, use: 'seal' | 'mark' | 'fingerprint'): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `pupitre nir ${use}`, KEY_BYTES))
}

function dataOf({ table, id }: SealedRow): Buffer {
  return Buffer.from(`${table}/${id}`)
}

/**
 * What this key must do with a number cannot be done: it is no longer this database's, since another instance was started with another
 * one, or the number was sealed with that one.
 */
export class NirKeyDiffers extends Error {}

/**
 * Asked in the transaction that keeps a sealed number: until it ends, no instance that starts with another key makes the database take it.
 * @throws NirKeyDiffers when one has done so since this one was started
 */
export async function mustBeKeyOf(tx: Tx, { fingerprint }: NirKey): Promise<void> {
  await tx
    .insertInto('hqKey')
    .values({ name: NAME, value: fingerprint })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const kept = tx.selectFrom('hqKey').select('value').where('name', '=', NAME).forShare()
  if ((await kept.executeTakeFirstOrThrow()).value !== fingerprint)
    throw new NirKeyDiffers('HQ_NIR_KEY is not the key that another instance was started with')
}

/**
 * Whether the numbers of this database were sealed with this key. A database without any takes the key that it is given; all instances
 * must have the same one, or equal numbers would not be found.
 */
export async function isKeyOf(db: HqDatabase, { fingerprint }: NirKey): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const known = await tx
      .insertInto('hqKey')
      .values({ name: NAME, value: fingerprint })
      .onConflict((conflict) => conflict.column('name').doUpdateSet((eb) => ({ value: eb.ref('hqKey.value') })))
      .returning('value')
      .executeTakeFirstOrThrow()
    if (known.value === fingerprint) return true
    const sealed = await tx
      .selectFrom('candidateFile')
      .select('candidateId as id')
      .where('nirSealed', 'is not', null)
      .unionAll(tx.selectFrom('submission').select('id').where('nirSealed', 'is not', null))
      .limit(1)
      .executeTakeFirst()
    if (sealed) return false
    await tx.updateTable('hqKey').set({ value: fingerprint }).where('name', '=', NAME).execute()
    return true
  })
}
