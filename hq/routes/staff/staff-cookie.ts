import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Hq } from '../../hq.ts'
import { PageProblem } from '../../page-error.ts'
import { readStaffSession, type StaffMember } from '../../staff/staff-sessions.ts'

/** Its own: being signed in as a candidate is nothing here, nor the other way round. */
const NAME = 'pupitre_siege'

/** Gives the browser its session, until it is closed: HQ ends it sooner or later anyway. No script ever sees it. */
export function setStaffCookie(reply: FastifyReply, { publicUrl }: Pick<Hq, 'publicUrl'>, secret: string): void {
  reply.setCookie(NAME, secret, attributes(publicUrl))
}

export function clearStaffCookie(reply: FastifyReply, { publicUrl }: Pick<Hq, 'publicUrl'>): void {
  reply.clearCookie(NAME, attributes(publicUrl))
}

export function staffSecretOf(request: FastifyRequest): string | null {
  return request.cookies[NAME] || null
}

/**
 * Every route registered after this in the same scope is for staff who are signed in: checked before the body is read, so that a new
 * route cannot forget it. @throws PageProblem `not-signed-in`
 */
export function requireStaff(app: FastifyInstance, { db, clock }: Pick<Hq, 'db' | 'clock'>): void {
  app.decorateRequest('staffMember', null)
  app.addHook('onRequest', async (request) => {
    const secret = staffSecretOf(request)
    const found = secret === null ? null : await readStaffSession(db, secret, clock.now())
    if (!found) throw new PageProblem('not-signed-in')
    request.setDecorator('staffMember', found)
  })
}

export function staffMember(request: FastifyRequest): StaffMember {
  return request.getDecorator<StaffMember>('staffMember')
}

function attributes(publicUrl: string) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: publicUrl.startsWith('https:') } as const
}
