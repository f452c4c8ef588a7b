import { SENTENCES } from '../text/hq.ts'
import type { Hq } from './hq.ts'
import { withoutData } from './without-data.ts'

/**
 * Tells whoever runs HQ of an unexpected exception, on standard error. Every process of HQ hands out this one: no part of it has to
 * know that an error may carry what candidates typed.
 */
export const reportBug: Hq['reportBug'] = (error, during) => console.error(SENTENCES.bug(during), withoutData(error))
