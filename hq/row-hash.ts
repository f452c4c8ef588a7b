import { hash } from 'node:crypto'
import type { WireRow } from '../contract/rows.ts'
import { bucketOfHash, placeText, rowText } from '../domain/digest.ts'
import type { EntityName } from '../domain/entities.ts'

/** A row's share of its stream's sum, 0 to 2^64 - 1, and the bucket in which it is counted. */
export type RowHash = { hash: bigint; bucket: number }

/** @param row one that is there: a tombstone adds nothing to any sum */
export function hashRow({ entity, id, revision, value }: WireRow): RowHash {
  const name = entity as EntityName
  return {
    hash: hash64(rowText(name, id, revision, value ?? {})),
    bucket: bucketOfHash(hash64(placeText(name, id))),
  }
}

/** The first 64 bits of a text's SHA-256, unsigned, big endian. */
function hash64(text: string): bigint {
  return BigInt(`0x${hash('sha256', text, 'hex').slice(0, 16)}`)
}
