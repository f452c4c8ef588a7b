import { EnrolAnswer, RenewRequest } from '../../contract/hq.ts'
import { isOlder } from '../app-version.ts'
import type { Hq } from '../hq.ts'
import { HttpError } from '../http-error.ts'
import { isAgeRecipient, readPublicKey } from '../keys.ts'
import { renewDevice } from '../renew-device.ts'
import { isOurChallenge } from '../token.ts'
import { answers } from './answers.ts'
import type { HqApp } from './hq-app.ts'

/** A device that cannot go on as the one it was becomes another, in the same centre. */
export function renew(app: HqApp, hq: Hq): void {
  app.post(
    '/v1/devices/renew',
    {
      schema: {
        summary: 'A new identity and receipt series for a PC that was copied or restored',
        body: RenewRequest,
        response: answers(EnrolAnswer),
      },
    },
    async ({ body }) => {
      if (isOlder(body.appVersion, hq.minimumAppVersion)) throw new HttpError('app-too-old', hq.minimumAppVersion)
      if (!isOurChallenge(hq, body.challenge, body.deviceId)) throw new HttpError('bad-signature')
      if (!readPublicKey(body.publicKey)) throw new HttpError('bad-request', '/publicKey')
      if (!(await isAgeRecipient(body.agePublicKey))) throw new HttpError('bad-request', '/agePublicKey')
      const renewed = await renewDevice(hq, body)
      return { ...renewed, hqPublicKey: hq.keys.publicKey, hqAgePublicKey: hq.keys.ageRecipient, now: hq.clock.now() }
    },
  )
}
