import type { RequestChange } from '../../domain/candidate.ts'
import type { ChangedPart } from '../../domain/modification.ts'
import type { Instant } from '../../domain/time.ts'
import { wordsOfChange } from '../../text/changes-of-request.ts'
import type { Tx } from '../db/open.ts'
import { namesOfSoftware } from './find-centres.ts'

type Made = { centreId: string; version: number; at: Instant; changed: readonly ChangedPart[] }

/** What a version of a request at this centre changed, in the words that are kept with it; in the order given. */
export async function changesOfVersion(tx: Tx, { centreId, version, at, changed }: Made): Promise<RequestChange[]> {
  const softwareOf = await softwareNames(tx, centreId, changed)
  return changed.map((part) => ({ version, at, ...wordsOfChange(part, softwareOf) }))
}

/** What the offerings that a change is about run on: those that are left, too. */
async function softwareNames(tx: Tx, centreId: string, changed: readonly ChangedPart[]) {
  const ids = changed.flatMap((part) =>
    part.what === 'software' ? [part.after, ...(part.before === null ? [] : [part.before])] : [],
  )
  if (ids.length === 0) return () => []
  const names = await namesOfSoftware(tx)
  const offerings = await tx
    .selectFrom('offering')
    .select(['id', 'softwareIds'])
    .where('centreId', '=', centreId)
    .where('id', 'in', ids)
    .execute()
  const softwareIds = new Map(offerings.map((offering) => [offering.id, offering.softwareIds]))
  return (id: string) => (softwareIds.get(id) ?? []).map((software) => names.get(software) ?? software)
}
