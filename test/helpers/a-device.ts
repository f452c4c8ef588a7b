import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import {
  ChallengeAnswer,
  ChangesAnswer,
  CommandsAnswer,
  type Cursor,
  EnrolAnswer,
  type RenewRequest,
  SnapshotAnswer,
  TokenAnswer,
} from '../../contract/hq.ts'
import type { Departure } from '../../contract/rescue.ts'
import { type KnownRow, readRow } from '../../contract/rows.ts'
import type { Role } from '../../domain/catalogue.ts'
import { COMMAND_VERSION, type Command, type CommandArgs, type CommandName } from '../../domain/commands.ts'
import { uuidV7 } from '../../domain/ids.ts'
import { seal } from '../../rescue/seal.ts'
import type { RunningHq } from './an-hq.ts'

export const APP_VERSION = '0.1.0'

/** What a device needs of an HQ. */
type Reachable = Pick<RunningHq, 'url' | 'clock' | 'enrolmentCode'>
export type Reply = { status: number; body: unknown }
export type TestDevice = ReturnType<typeof deviceOn>
type CommandOptions = { dependsOn?: string[]; role?: Role } & Partial<Omit<Command, 'dependsOn'>>

/** One request to HQ; the body of the answer as JSON whatever its status. */
export async function ask(url: string, path: string, options: { body?: unknown; token?: string } = {}): Promise<Reply> {
  const answer = await fetch(`${url}${path}`, {
    method: options.body === undefined ? 'GET' : 'POST',
    headers: {
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  })
  return { status: answer.status, body: await answer.json() }
}

/** What a PC keeps on its disk of its dealings with HQ: a copy of it is another PC that believes it is the first. */
type Disk = {
  enrolled: EnrolAnswer
  privateKey: KeyObject
  sequence: number
  contact: string
  /** Drawn and kept before it is sent, until it is answered. */
  nextContact: string | null
}

/** One for all test devices: it is not what tells them apart. */
const identity = await generateIdentity()
export const AGE = { identity, recipient: await identityToRecipient(identity) }

function newKeys() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return { privateKey, publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64') }
}

function aDisk(enrolled: EnrolAnswer, privateKey: KeyObject, sequence = 0): Disk {
  return { enrolled, privateKey, sequence, contact: '', nextContact: null }
}

const aMark = () => randomBytes(16).toString('base64url')

/** A PC that enrolled at HQ and speaks its contract, without anything of the desk behind it. */
export async function aDevice(hq: Reachable, centreId: string, name = 'POSTE ACCUEIL') {
  const { publicKey, privateKey } = newKeys()
  const enrolment = {
    code: await hq.enrolmentCode(centreId),
    deviceName: name,
    publicKey,
    agePublicKey: AGE.recipient,
    appVersion: APP_VERSION,
  }
  const enrolled = EnrolAnswer.parse((await ask(hq.url, '/v1/devices/enrol', { body: enrolment })).body)
  return deviceOn(hq, aDisk(enrolled, privateKey))
}

/** A PC whose disk says this. */
export function deviceOn(hq: Reachable, disk: Disk) {
  const { enrolled, privateKey } = disk
  const { deviceId } = enrolled
  let last: Promise<unknown> = Promise.resolve()

  /** A PC has one exchange with HQ at a time. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work, work)
    last = turn
    return turn
  }

  async function signed(text: (challenge: string) => string) {
    const asked = await ask(hq.url, '/v1/devices/challenge', { body: { deviceId } })
    const { challenge } = ChallengeAnswer.parse(asked.body)
    return { deviceId, challenge, signature: signOf(text(challenge)) }
  }
  const signOf = (text: string) => sign(null, Buffer.from(text), privateKey).toString('base64')

  async function requestToken(changes: Record<string, unknown> = {}): Promise<Reply> {
    const { contact, sequence: lastSequence } = disk
    const nextContact = disk.nextContact ?? aMark()
    disk.nextContact = nextContact
    const body = {
      ...(await signed((challenge) => challenge)),
      appVersion: APP_VERSION,
      lastSequence,
      contact,
      nextContact,
      ...changes,
    }
    const reply = await ask(hq.url, '/v1/devices/token', { body })
    if (reply.status === 200) {
      disk.contact = nextContact
      disk.nextContact = null
    }
    return reply
  }

  /** Asks to be another device; the one it becomes once HQ has answered. `keys`: those of an earlier try. */
  async function renew(
    reason: RenewRequest['reason'] = 'forked',
    keys = newKeys(),
    changes: Record<string, unknown> = {},
  ) {
    const { publicKey } = keys
    const proof = await signed((challenge) => `${challenge}.${publicKey}`)
    const body = { ...proof, reason, publicKey, agePublicKey: AGE.recipient, appVersion: APP_VERSION, ...changes }
    const reply = await ask(hq.url, '/v1/devices/renew', { body })
    const become = () => deviceOn(hq, aDisk(EnrolAnswer.parse(reply.body), keys.privateKey, disk.sequence))
    return { reply, become }
  }

  /** The rescue file that this PC would write: these commands, from where it has read. */
  function departure(commands: readonly Command[], changes: Partial<Departure> = {}): Promise<Uint8Array> {
    const payload: Departure = {
      kind: 'departure',
      centreId: enrolled.centreId,
      deviceId,
      number: 1,
      madeAt: hq.clock.now(),
      appVersion: APP_VERSION,
      lastSequence: disk.sequence,
      cursor: { common: 0, centre: 0 },
      complete: true,
      commands: [...commands],
      ...changes,
    }
    const key = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
    return seal(payload, { privateKey: key, recipient: enrolled.hqAgePublicKey })
  }

  const device = {
    ...enrolled,
    departure,
    requestToken,
    renew,
    newKeys,
    /** What it keeps; a test that forges a request changes it. */
    disk,
    /** The same disk in another PC, or a backup to come back to. */
    copy: () => deviceOn(hq, { ...disk }),
    token: () => inTurn(async () => TokenAnswer.parse((await requestToken()).body).token),
    async get(path: string): Promise<Reply> {
      return ask(hq.url, path, { token: await device.token() })
    },
    async post(commands: readonly unknown[]): Promise<Reply> {
      return inTurn(async () => {
        const { token } = TokenAnswer.parse((await requestToken()).body)
        return ask(hq.url, '/v1/commands', { body: { commands }, token })
      })
    },
    /** The next command of this device, done now at its desk. */
    command<N extends CommandName>(
      name: N,
      args: CommandArgs<N>,
      { role = 'manager', ...changes }: CommandOptions = {},
    ): Command {
      disk.sequence += 1
      const at = hq.clock.now()
      return {
        id: uuidV7(at, randomBytes(16)),
        v: COMMAND_VERSION,
        deviceId,
        sequence: disk.sequence,
        operator: { id: 'anne', name: 'Anne Hervé', role },
        at,
        name,
        args: args as Command['args'],
        dependsOn: [],
        sendAfter: at,
        ...changes,
      }
    },
    /** Sends commands in this order; `applied`, `refused no-seat-left`, `invalid not-readable`… for each. */
    async send(...commands: readonly unknown[]): Promise<string[]> {
      const { results } = CommandsAnswer.parse((await device.post(commands)).body)
      return results.map(({ status, code }) => (code === null ? status : `${status} ${code}`))
    },
    async changes(after: Cursor = { common: 0, centre: 0 }, limit = 1000): Promise<ChangesAnswer> {
      return ChangesAnswer.parse(
        (await device.get(`/v1/changes?common=${after.common}&centre=${after.centre}&limit=${limit}`)).body,
      )
    },
    /** Every page of a snapshot. */
    async snapshot(): Promise<SnapshotAnswer[]> {
      const pages: SnapshotAnswer[] = []
      let next: string | null = null
      do {
        const page: string = next === null ? '' : `?page=${encodeURIComponent(next)}`
        const answer = SnapshotAnswer.parse((await device.get(`/v1/snapshot${page}`)).body)
        pages.push(answer)
        next = answer.next
      } while (next !== null)
      return pages
    },
    /** What this centre's rows are now, as a desk that read everything would hold them. */
    async rows(): Promise<KnownRow[]> {
      const rows = (await device.snapshot()).flatMap((page) => page.rows)
      return rows.map((row) => {
        const known = readRow(row)
        if (known === 'unknown' || 'invalid' in known)
          throw new Error(`Not a row of the contract: ${JSON.stringify(row)}`)
        return known
      })
    },
  }
  return device
}

/** The values of one kind among rows. */
export function valuesOf<E extends KnownRow['entity']>(rows: readonly KnownRow[], entity: E) {
  return rows.flatMap((row) => (row.entity === entity && row.value !== null ? [row.value] : [])) as NonNullable<
    Extract<KnownRow, { entity: E }>['value']
  >[]
}
