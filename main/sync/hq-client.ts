import type { z } from 'zod'
import {
  BucketAnswer,
  BucketsAnswer,
  ChallengeAnswer,
  ChangesAnswer,
  CommandsAnswer,
  type Cursor,
  EnrolAnswer,
  type EnrolRequest,
  OtherCentresAnswer,
  type RenewRequest,
  SnapshotAnswer,
  type StreamName,
  TokenAnswer,
  type TokenRequest,
} from '../../contract/hq.ts'
import type { Command } from '../../domain/commands.ts'
import { askHq, type HqReply, type HqRequest, type RequestOptions } from './hq-request.ts'

/** Who this PC is to HQ, and what it says of itself at each contact. */
export type DeviceIdentity = {
  deviceId: string
  sign: (text: string) => string
  /** What the chain of contacts says next; the same again until `met`. */
  contact: () => Promise<Pick<TokenRequest, 'lastSequence' | 'contact' | 'nextContact'>>
  /** HQ has taken that mark. */
  met: (nextContact: string) => Promise<void>
}

export type HqClientOptions = RequestOptions & { appVersion: string; identity: DeviceIdentity | null }

/** What of a renewal this PC's keys say; the client adds the challenge, signed. */
export type Renewal = Pick<RenewRequest, 'reason' | 'publicKey' | 'agePublicKey'>

export type HqClient = {
  enrol(request: EnrolRequest): Promise<HqReply<EnrolAnswer>>
  renew(renewal: Renewal): Promise<HqReply<EnrolAnswer>>
  snapshot(page: string | null): Promise<HqReply<SnapshotAnswer>>
  /** @param wait seconds for which HQ may hold the request while it has nothing new */
  changes(after: Cursor, wait?: number): Promise<HqReply<ChangesAnswer>>
  buckets(stream: StreamName): Promise<HqReply<BucketsAnswer>>
  bucket(stream: StreamName, bucket: number): Promise<HqReply<BucketAnswer>>
  send(commands: readonly Command[]): Promise<HqReply<CommandsAnswer>>
  otherCentres(sessionId: string): Promise<HqReply<OtherCentresAnswer>>
}

/** HQ's contract (`contract/hq.ts`), every answer checked. Signs in by itself, and again when its token is over. */
export function createHqClient({ appVersion, identity, ...options }: HqClientOptions): HqClient {
  let token: string | null = null
  let signingIn: Promise<HqReply<string>> | null = null
  const ask = <S extends z.ZodType>(request: HqRequest<S>) => askHq(options, request)
  const post = <S extends z.ZodType>(path: string, schema: S, body: unknown) =>
    ask({ method: 'POST', path, schema, body })

  async function challenge(): Promise<HqReply<{ challenge: string; identity: DeviceIdentity }>> {
    if (!identity) return { ok: false, trouble: 'hq-refuses-device' }
    const reply = await post('/v1/devices/challenge', ChallengeAnswer, { deviceId: identity.deviceId })
    return reply.ok ? { ok: true, value: { challenge: reply.value.challenge, identity } } : reply
  }

  /** A fresh token: this PC signs a challenge of HQ's with its own key, and says where the chain of their contacts stands. */
  async function signIn(): Promise<HqReply<string>> {
    const asked = await challenge()
    if (!asked.ok) return asked
    const { identity } = asked.value
    const { lastSequence, contact, nextContact } = await identity.contact()
    const answer = await post('/v1/devices/token', TokenAnswer, {
      deviceId: identity.deviceId,
      challenge: asked.value.challenge,
      signature: identity.sign(asked.value.challenge),
      appVersion,
      lastSequence,
      contact,
      nextContact,
    } satisfies TokenRequest)
    if (!answer.ok) return answer
    await identity.met(nextContact)
    return { ok: true, value: answer.value.token }
  }

  /** One at a time: of two that overlap, the later could pass the earlier one and make it look like a copy of this PC. */
  async function freshToken(): Promise<HqReply<string>> {
    signingIn ??= signIn().finally(() => {
      signingIn = null
    })
    return await signingIn
  }

  async function askAsDevice<S extends z.ZodType>(request: HqRequest<S>): Promise<HqReply<z.infer<S>>> {
    for (let attempt = 1; ; attempt++) {
      if (token === null) {
        const signedIn = await freshToken()
        if (!signedIn.ok) return signedIn
        token = signedIn.value
      }
      const bearer = token
      const reply = await ask({ ...request, bearer })
      // Tokens live ten minutes: the first 401 only says that this one is over.
      if (reply.status !== 401 || attempt === 2) return reply
      if (token === bearer) token = null
    }
  }

  const get = <S extends z.ZodType>(path: string, schema: S, wait = 0) =>
    askAsDevice({ method: 'GET', path, schema, wait })

  return {
    enrol: (request) => post('/v1/devices/enrol', EnrolAnswer, request),
    async renew({ reason, publicKey, agePublicKey }) {
      const asked = await challenge()
      if (!asked.ok) return asked
      const { challenge: text, identity } = asked.value
      return await post('/v1/devices/renew', EnrolAnswer, {
        deviceId: identity.deviceId,
        challenge: text,
        signature: identity.sign(`${text}.${publicKey}`),
        reason,
        publicKey,
        agePublicKey,
        appVersion,
      } satisfies RenewRequest)
    },
    snapshot: (page) => get(`/v1/snapshot${page === null ? '' : `?page=${encodeURIComponent(page)}`}`, SnapshotAnswer),
    changes: ({ common, centre }, wait = 0) =>
      get(`/v1/changes?common=${common}&centre=${centre}${wait > 0 ? `&wait=${wait}` : ''}`, ChangesAnswer, wait),
    buckets: (stream) => get(`/v1/digests?stream=${stream}`, BucketsAnswer),
    bucket: (stream, bucket) => get(`/v1/digests/bucket?stream=${stream}&bucket=${bucket}`, BucketAnswer),
    otherCentres: (sessionId) => get(`/v1/other-centres?session=${encodeURIComponent(sessionId)}`, OtherCentresAnswer),
    send: (commands) =>
      askAsDevice({ method: 'POST', path: '/v1/commands', schema: CommandsAnswer, body: { commands } }),
  }
}
