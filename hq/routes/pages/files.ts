import { existsSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import { PAGES_NOT_BUILT } from '../../../text/hq.ts'
import type { HqApp } from '../hq-app.ts'

const BUILT = path.join(import.meta.dirname, '../../../dist/pages')

/** The addresses of the candidates' pages, as mails name them: one file answers them all, and its script knows which is which. */
export const PAGE_ADDRESSES = [
  '/',
  '/inscription',
  '/confirmer',
  '/connexion',
  '/oubli',
  '/mot-de-passe',
  '/adresse',
  '/espace',
] as const
/** Those of HQ's own staff, of which no search engine is told. */
export const STAFF_ADDRESSES = [
  '/siege',
  '/siege/doublons',
  '/siege/postes',
  '/siege/courriers',
  '/siege/messages',
  '/siege/mot-de-passe',
] as const

/**
 * The candidates' pages, as `npm run build` leaves them. Files named after their content are kept by browsers for a year; the page
 * that names them is asked for each time.
 * @param built where they are; without them each address says so, and how to build them
 */
export async function pageFiles(app: HqApp, built = BUILT): Promise<void> {
  await app.register(fastifyStatic, {
    root: path.join(built, 'assets'),
    prefix: '/assets/',
    index: false,
    // A third of the size over a phone's network.
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    suppressWarning: true,
  })
  for (const address of [...PAGE_ADDRESSES, ...STAFF_ADDRESSES]) {
    const staff = STAFF_ADDRESSES.some((one) => one === address)
    app.get(address, { schema: { hide: true } }, (_request, reply) => {
      reply.header('cache-control', 'no-cache')
      if (staff) reply.header('x-robots-tag', 'noindex, nofollow')
      if (existsSync(path.join(built, 'index.html'))) {
        return reply.sendFile('index.html', built, { cacheControl: false })
      }
      return reply.status(503).type('text/plain; charset=utf-8').send(PAGES_NOT_BUILT)
    })
  }
}
