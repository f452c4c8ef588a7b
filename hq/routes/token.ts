import { verify } from 'node:crypto'
import { TokenAnswer, TokenRequest } from '../../contract/hq.ts'
import { isOlder } from '../app-version.ts'
import type { Hq } from '../hq.ts'
import { HttpError } from '../http-error.ts'
import { readPublicKey } from '../keys.ts'
import { isOurChallenge, makeToken } from '../token.ts'
import { answers } from './answers.ts'
import type { HqApp } from './hq-app.ts'

/** The second half: the challenge signed by the device's key, against ten minutes of access to its centre. */
export function token(app: HqApp, hq: Hq): void {
  app.post(
    '/v1/devices/token',
    { schema: { summary: 'A signed challenge against a token', body: TokenRequest, response: answers(TokenAnswer) } },
    async ({ body }) => {
      const { deviceId, challenge, signature, appVersion } = body
      if (isOlder(appVersion, hq.minimumAppVersion)) throw new HttpError('app-too-old', hq.minimumAppVersion)
      if (!isOurChallenge(hq, challenge, deviceId)) throw new HttpError('bad-signature')
      const device = await hq.db.selectFrom('hqDevice').selectAll().where('id', '=', deviceId).executeTakeFirst()
      if (!device) throw new HttpError('unknown-device')
      const publicKey = readPublicKey(device.publicKey)
      if (!publicKey || !verify(null, Buffer.from(challenge), publicKey, Buffer.from(signature, 'base64')))
        throw new HttpError('bad-signature')
      if (device.revokedAt !== null) throw new HttpError('revoked')
      if (device.appVersion !== appVersion)
        await hq.db.updateTable('hqDevice').set({ appVersion }).where('id', '=', deviceId).execute()
      return { ...makeToken(hq, { deviceId, centreId: device.centreId }), now: hq.clock.now() }
    },
  )
}
