import { ownCentre } from '../own-centre.ts'
import type { DeskHandler } from './handler.ts'

export const setTexts: DeskHandler<'centre.set-texts'> = {
  load: async (tx) => ({ settings: (await ownCentre(tx)).settings }),
}
