import type { DeskHandler } from './handler.ts'
import { prevalidate } from './prevalidate.ts'

export const reinstate: DeskHandler<'entry.reinstate'> = { load: prevalidate.load }
