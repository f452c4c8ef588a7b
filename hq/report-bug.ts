import { SENTENCES } from '../text/hq.ts'
import type { Hq } from './hq.ts'
import type { Log } from './log/open-log.ts'
import { withoutData } from './without-data.ts'

/**
 * Tells whoever runs HQ of an unexpected exception, on standard error. Every process of HQ hands out this one: no part of it has to
 * know that an error may carry what candidates typed.
 */
export const reportBug: Hq['reportBug'] = (error, during) => console.error(SENTENCES.bug(during), withoutData(error))

/** The same for an HQ that runs as a service: a line of its log, with the request that it was in. */
export function reportBugTo(log: Log): Hq['reportBug'] {
  return (error, during, request) => log.error({ ...request, during, err: error }, 'bug')
}
