import { randomBytes, randomUUID } from 'node:crypto'
import fastify, { type FastifyReply } from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { HqError } from '../contract/hq.ts'
import { MINIMUM_APP_VERSION } from './app-version.ts'
import { wallClock } from './clock.ts'
import type { Hq } from './hq.ts'
import { answerErrors, answerUnreadable } from './http-error.ts'
import { loadKeys } from './keys.ts'
import { RequestLines } from './log/request-lines.ts'
import { challenge } from './routes/challenge.ts'
import { changes } from './routes/changes.ts'
import { commands } from './routes/commands.ts'
import { devMails } from './routes/dev-mails.ts'
import { digests } from './routes/digests.ts'
import { docs } from './routes/docs.ts'
import { enrol } from './routes/enrol.ts'
import { health } from './routes/health.ts'
import type { HqApp } from './routes/hq-app.ts'
import { otherCentres } from './routes/other-centres.ts'
import { candidatePages } from './routes/pages/candidate-pages.ts'
import { pageFiles } from './routes/pages/files.ts'
import { renew } from './routes/renew.ts'
import { snapshot } from './routes/snapshot.ts'
import { staffPages } from './routes/staff/staff-pages.ts'
import { token } from './routes/token.ts'
import { secureHeaders } from './security-headers.ts'
import { requireToken } from './token.ts'

const BODY_LIMIT = 8 * 1024 * 1024
const NET_MS = 4000

/**
 * HQ on a database that is migrated: its keys are loaded, or made at the first start.
 * @param given what to use instead of the machine's clock and chance, and where bugs are reported
 */
export async function prepareHq(given: Pick<Hq, 'db' | 'engine'> & Partial<Hq>): Promise<Hq> {
  const random = given.random ?? randomBytes
  return {
    clock: wallClock,
    minimumAppVersion: MINIMUM_APP_VERSION,
    netMs: NET_MS,
    publicUrl: '',
    dev: false,
    nirKey: null,
    reportBug: () => {},
    ...given,
    random,
    keys: given.keys ?? (await loadKeys(given.db, random)),
  }
}

/** HQ's HTTP face, not listening yet. */
export async function buildApp(hq: Hq): Promise<HqApp> {
  const app = fastify({
    bodyLimit: BODY_LIMIT,
    requestTimeout: 60_000,
    // HQ listens on this machine only: what stands before it says from where somebody asks, for the limits on what strangers call.
    trustProxy: 'loopback',
    ...(hq.log ? { loggerInstance: hq.log } : {}),
    logController: new RequestLines(),
    // Never one that a header brings: it is written into the log.
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: answerUnreadable,
    // An address that cannot be decoded never reaches the error handler.
    frameworkErrors: (_error, _request, reply: FastifyReply) => {
      reply.status(400).send({ code: 'bad-request' } satisfies HqError)
    },
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  answerErrors(app, hq)
  await secureHeaders(app, hq)
  await docs(app)
  if (hq.dev) devMails(app, hq)
  app.addHook('onListen', () => {
    hq.publicUrl ||= app.listeningOrigin
  })
  await app.register(async (open: HqApp) => {
    for (const route of [health, enrol, challenge, token, renew]) route(open, hq)
  })
  await app.register(async (closed: HqApp) => {
    requireToken(closed, hq)
    for (const route of [changes, digests, snapshot, commands, otherCentres]) route(closed, hq)
  })
  await app.register(async (pages: HqApp) => candidatePages(pages, hq))
  await app.register(async (staff: HqApp) => staffPages(staff, hq))
  await app.register(async (files: HqApp) => pageFiles(files))
  return app
}
