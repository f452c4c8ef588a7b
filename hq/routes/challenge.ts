import { ChallengeAnswer, ChallengeRequest } from '../../contract/hq.ts'
import type { Hq } from '../hq.ts'
import { makeChallenge } from '../token.ts'
import { answers } from './answers.ts'
import type { HqApp } from './hq-app.ts'

/** The first half of asking for a token. Any id is answered, so that nothing is learnt about which devices exist. */
export function challenge(app: HqApp, hq: Hq): void {
  app.post(
    '/v1/devices/challenge',
    {
      schema: { summary: 'A text for the device to sign', body: ChallengeRequest, response: answers(ChallengeAnswer) },
    },
    async ({ body }) => ({ challenge: makeChallenge(hq, body.deviceId) }),
  )
}
