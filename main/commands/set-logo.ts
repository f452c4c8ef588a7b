import { getRow } from '../../db/rows.ts'
import { ownCentre } from '../own-centre.ts'
import type { DeskHandler } from './handler.ts'

export const setLogo: DeskHandler<'centre.set-logo'> = {
  load: async (tx) => {
    const { centre } = await ownCentre(tx)
    return { centreId: centre.id, logo: await getRow(tx, 'centreLogo', centre.id) }
  },
}
