import { ownCentre } from '../own-centre.ts'
import type { DeskHandler } from './handler.ts'

export const setClosedDays: DeskHandler<'centre.set-closed-days'> = {
  load: async (tx) => ({ settings: (await ownCentre(tx)).settings }),
}
