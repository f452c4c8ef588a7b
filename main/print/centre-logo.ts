import { getRow } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import type { LogoImage } from '../../domain/logo.ts'
import { ownCentre } from '../own-centre.ts'

/** The logo as the centre has it now. It is no part of what a paper says: a reprint of frozen content bears that of today. */
export async function readLogoImage(db: Db): Promise<LogoImage | null> {
  const { centre } = await ownCentre(db)
  return (await getRow(db, 'centreLogo', centre.id))?.image ?? null
}
