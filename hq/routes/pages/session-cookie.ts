import type { FastifyReply, FastifyRequest } from 'fastify'
import { readSession, type SignedIn } from '../../candidates/account-sessions.ts'
import type { Hq } from '../../hq.ts'
import { PageProblem } from '../../page-error.ts'

const NAME = 'pupitre_session'

/** Gives the browser its session, until it is closed: HQ ends it sooner or later anyway. No script ever sees it. */
export function setSession(reply: FastifyReply, { publicUrl }: Pick<Hq, 'publicUrl'>, secret: string): void {
  reply.setCookie(NAME, secret, attributes(publicUrl))
}

export function clearSession(reply: FastifyReply, { publicUrl }: Pick<Hq, 'publicUrl'>): void {
  reply.clearCookie(NAME, attributes(publicUrl))
}

export function sessionOf(request: FastifyRequest): string | null {
  return request.cookies[NAME] || null
}

/** Who asks; null when nobody is signed in. */
export async function whoAsks(
  request: FastifyRequest,
  { db, clock }: Pick<Hq, 'db' | 'clock'>,
): Promise<SignedIn | null> {
  const secret = sessionOf(request)
  return secret === null ? null : readSession(db, secret, clock.now())
}

/** Who asks. @throws PageProblem `not-signed-in` */
export async function signedIn(request: FastifyRequest, hq: Pick<Hq, 'db' | 'clock'>): Promise<SignedIn> {
  const found = await whoAsks(request, hq)
  if (!found) throw new PageProblem('not-signed-in')
  return found
}

function attributes(publicUrl: string) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: publicUrl.startsWith('https:') } as const
}
