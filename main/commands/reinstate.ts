import type { DeskHandler } from './handler.ts'
import { prevalidate } from './prevalidate.ts'

export const reinstate: DeskHandler<'entry.reinstate'> = {
  // What the candidate asked elsewhere only HQ sees.
  load: async (...asked) => ({ ...(await prevalidate.load(...asked)), liveOtherwise: new Set() }),
}
