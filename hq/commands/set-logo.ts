import { toValue } from '../db/rows.ts'
import type { Loader } from './loader.ts'
import { lockSettings } from './lock-settings.ts'

export const loadSetLogo: Loader<'centre.set-logo'> = async (tx, centreId) => {
  // There may be no logo to lock yet: the settings, which there always are, stand for it.
  await lockSettings(tx, centreId)
  const row = await tx.selectFrom('centreLogo').selectAll().where('centreId', '=', centreId).executeTakeFirst()
  return {
    facts: { centreId, logo: row ? toValue('centreLogo', row) : null },
    subject: { requestId: null, entryIds: [], paymentId: null },
  }
}
