import type { Hq } from '../../hq.ts'
import type { HqApp } from '../hq-app.ts'
import { acceptance } from './acceptance.ts'
import { addressChanges } from './address-changes.ts'
import { askMoreRequests } from './ask-more.ts'
import { catalogue } from './catalogue.ts'
import { centres } from './centres.ts'
import { checkingData } from './checking-data.ts'
import { communes } from './communes.ts'
import { confirm } from './confirm.ts'
import { documents } from './documents.ts'
import { guardPages } from './guard-pages.ts'
import { me } from './me.ts'
import { modification } from './modification.ts'
import { nir } from './nir.ts'
import { noCentre } from './no-centre.ts'
import { password } from './password.ts'
import { recovery } from './recovery.ts'
import { registration } from './registration.ts'
import { resetting } from './resetting.ts'
import { signingIn } from './signing-in.ts'
import { signingOut } from './signing-out.ts'
import { withdrawal } from './withdrawal.ts'

/** Of one address, a minute: a classroom behind one router registers together, and nobody tries passwords at leisure. */
const LOOKS = 600
const TRIES = 60
/** Each is a tenth of a second of work, or more. */
const PAPERS = 60
/** A form with everything in it is some 20 kB. */
const BODY_LIMIT = 64 * 1024

/** What the candidates' pages ask of HQ, under `/api/`. Errors are the pages' own codes. */
export async function candidatePages(app: HqApp, hq: Hq): Promise<void> {
  await guardPages(app, hq, BODY_LIMIT)
  await app.register(async (looks: HqApp) => {
    looks.addHook('onRequest', looks.rateLimit({ max: hq.triesAMinute ?? LOOKS, groupId: 'looks' }))
    for (const route of [catalogue, centres, communes, me]) route(looks, hq)
  })
  await app.register(async (papers: HqApp) => {
    papers.addHook('onRequest', papers.rateLimit({ max: hq.triesAMinute ?? PAPERS, groupId: 'papers' }))
    documents(papers, hq)
  })
  await app.register(async (tries: HqApp) => {
    tries.addHook('onRequest', tries.rateLimit({ max: hq.triesAMinute ?? TRIES, groupId: 'tries' }))
    for (const route of [noCentre, registration, confirm, signingIn, signingOut, recovery, resetting]) route(tries, hq)
    for (const route of [
      addressChanges,
      password,
      nir,
      askMoreRequests,
      withdrawal,
      acceptance,
      modification,
      checkingData,
    ])
      route(tries, hq)
  })
}
