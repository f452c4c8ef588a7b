import type { FastifyInstance, FastifyRequest } from 'fastify'
import { addSeconds, type Instant } from '../domain/time.ts'
import type { Hq } from './hq.ts'
import { HttpError } from './http-error.ts'

const TOKEN_SECONDS = 600
const CHALLENGE_SECONDS = 60

/** Who asks. The centre is in the token and nowhere else: no query can name another one. */
export type AskingDevice = { deviceId: string; centreId: string }

/** A text to sign, which HQ knows again without having kept it. */
export function makeChallenge({ keys, clock, random }: Hq, deviceId: string): string {
  const nonce = Buffer.from(random(16)).toString('base64url')
  return keys.stamp({ use: 'challenge', deviceId, nonce, expiresAt: addSeconds(clock.now(), CHALLENGE_SECONDS) })
}

export function isOurChallenge({ keys, clock }: Hq, challenge: string, deviceId: string): boolean {
  const claims = keys.openStamp(challenge)
  return claims?.use === 'challenge' && claims.deviceId === deviceId && String(claims.expiresAt) > clock.now()
}

/** Ten minutes of access, signed by HQ so that checking it costs no query; a revoked device is out within as long. */
export function makeToken(
  { keys, clock }: Hq,
  { deviceId, centreId }: AskingDevice,
): { token: string; expiresAt: Instant } {
  const expiresAt = addSeconds(clock.now(), TOKEN_SECONDS)
  return { token: keys.seal({ use: 'token', deviceId, centreId, expiresAt }), expiresAt }
}

/** Every route registered after this in the same scope needs `Authorization: Bearer <token>`; it is checked before the body is read. */
export function requireToken(app: FastifyInstance, { keys, clock }: Hq): void {
  app.decorateRequest('askingDevice', null)
  app.addHook('onRequest', async (request) => {
    const [, token] = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '') ?? []
    const claims = token ? keys.open(token) : null
    if (claims?.use !== 'token' || String(claims.expiresAt) <= clock.now()) throw new HttpError('unauthorised')
    const asking: AskingDevice = { deviceId: String(claims.deviceId), centreId: String(claims.centreId) }
    request.setDecorator('askingDevice', asking)
  })
}

export function askingDevice(request: FastifyRequest): AskingDevice {
  return request.getDecorator<AskingDevice>('askingDevice')
}
