import { OfferingCentres, type OtherCentres } from '../../contract/other-centres.ts'
import { readOtherCentres } from '../../db/other-centres.ts'
import type { Db } from '../../db/schema.ts'

/** What HQ last said of the centres nearby, and when; null when it has not been asked yet. From this PC alone: it works without network. */
export async function listOtherCentres(db: Db, sessionId: string): Promise<OtherCentres | null> {
  const kept = await readOtherCentres(db, sessionId)
  const read = OfferingCentres.safeParse(kept && JSON.parse(kept.centres))
  return kept && read.success ? { askedAt: kept.askedAt, centres: read.data } : null
}
