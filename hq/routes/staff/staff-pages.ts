import type { Hq } from '../../hq.ts'
import type { HqApp } from '../hq-app.ts'
import { guardPages } from '../pages/guard-pages.ts'
import { staffDevices } from './devices.ts'
import { staffDuplicates } from './duplicates.ts'
import { staffMails } from './mails.ts'
import { staffMe } from './me.ts'
import { staffMessages } from './messages.ts'
import { staffSigningIn } from './signing-in.ts'
import { requireStaff } from './staff-cookie.ts'

/** Of one address, a minute: an office of a few people, and nobody tries passwords at leisure. */
const REQUESTS = 300
const TRIES = 20
const BODY_LIMIT = 16 * 1024

/** What the pages of HQ's own staff ask of HQ, under `/api/siege/`: the guards and errors of the candidates' pages, another cookie. */
export async function staffPages(app: HqApp, hq: Hq): Promise<void> {
  await guardPages(app, hq, BODY_LIMIT)
  await app.register(async (open: HqApp) => {
    open.addHook('onRequest', open.rateLimit({ max: hq.triesAMinute ?? TRIES, groupId: 'tries' }))
    staffSigningIn(open, hq)
  })
  await app.register(async (closed: HqApp) => {
    closed.addHook('onRequest', closed.rateLimit({ max: hq.triesAMinute ?? REQUESTS, groupId: 'requests' }))
    requireStaff(closed, hq)
    for (const routes of [staffMe, staffDuplicates, staffDevices, staffMails, staffMessages]) routes(closed, hq)
  })
}
