import { EnrolAnswer, EnrolRequest } from '../../contract/hq.ts'
import { isOlder } from '../app-version.ts'
import { enrolDevice } from '../enrol-device.ts'
import type { Hq } from '../hq.ts'
import { HttpError } from '../http-error.ts'
import { isAgeRecipient, readPublicKey } from '../keys.ts'
import { answers } from './answers.ts'
import type { HqApp } from './hq-app.ts'

/** Lets a PC into the centre that its one-time code was made for. */
export function enrol(app: HqApp, hq: Hq): void {
  app.post(
    '/v1/devices/enrol',
    { schema: { summary: 'Enrol a PC with a one-time code', body: EnrolRequest, response: answers(EnrolAnswer) } },
    async ({ body }) => {
      if (isOlder(body.appVersion, hq.minimumAppVersion)) throw new HttpError('app-too-old', hq.minimumAppVersion)
      if (!readPublicKey(body.publicKey)) throw new HttpError('bad-request', '/publicKey')
      if (!(await isAgeRecipient(body.agePublicKey))) throw new HttpError('bad-request', '/agePublicKey')
      const enrolled = await enrolDevice(hq, body)
      if (!enrolled) throw new HttpError('unknown-code')
      return { ...enrolled, hqPublicKey: hq.keys.publicKey, hqAgePublicKey: hq.keys.ageRecipient, now: hq.clock.now() }
    },
  )
}
