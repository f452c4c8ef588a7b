import { TokenAnswer, TokenRequest } from '../../contract/hq.ts'
import { isOlder } from '../app-version.ts'
import { inTransaction } from '../db/transaction.ts'
import { checkIdentity, keepContact, lockDevice } from '../device-contact.ts'
import { isSignedBy } from '../device-signature.ts'
import type { Hq } from '../hq.ts'
import { HttpError } from '../http-error.ts'
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
      const centreId = await inTransaction(hq.db, async (tx) => {
        const device = await lockDevice(tx, deviceId)
        if (!device) throw new HttpError('unknown-device')
        if (!isSignedBy(device.publicKey, challenge, signature)) throw new HttpError('bad-signature')
        checkIdentity(device, body.lastSequence)
        await keepContact(tx, device, body)
        await tx
          .updateTable('hqDevice')
          .set({ appVersion, contactAt: hq.clock.now() })
          .where('id', '=', deviceId)
          .execute()
        return device.centreId
      })
      return { ...makeToken(hq, { deviceId, centreId }), now: hq.clock.now() }
    },
  )
}
