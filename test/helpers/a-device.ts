import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import {
  ChallengeAnswer,
  ChangesAnswer,
  CommandsAnswer,
  type Cursor,
  EnrolAnswer,
  SnapshotAnswer,
  TokenAnswer,
} from '../../contract/hq.ts'
import { type KnownRow, readRow } from '../../contract/rows.ts'
import type { Role } from '../../domain/catalogue.ts'
import { COMMAND_VERSION, type Command, type CommandArgs, type CommandName } from '../../domain/commands.ts'
import { uuidV7 } from '../../domain/ids.ts'
import type { RunningHq } from './an-hq.ts'

export const APP_VERSION = '0.1.0'

export type Reply = { status: number; body: unknown }
export type TestDevice = Awaited<ReturnType<typeof aDevice>>
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

/** A PC that enrolled at HQ and speaks its contract, without anything of the desk behind it. */
export async function aDevice(hq: RunningHq, centreId: string, name = 'POSTE ACCUEIL') {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
  const enrolment = {
    code: await hq.enrolmentCode(centreId),
    deviceName: name,
    publicKey: key,
    agePublicKey: 'age1test',
    appVersion: APP_VERSION,
  }
  const enrolled = EnrolAnswer.parse((await ask(hq.url, '/v1/devices/enrol', { body: enrolment })).body)
  const { deviceId } = enrolled
  let sequence = 0

  async function requestToken(changes: Record<string, unknown> = {}): Promise<Reply> {
    const asked = await ask(hq.url, '/v1/devices/challenge', { body: { deviceId } })
    const { challenge } = ChallengeAnswer.parse(asked.body)
    const signature = sign(null, Buffer.from(challenge), privateKey).toString('base64')
    return ask(hq.url, '/v1/devices/token', {
      body: { deviceId, challenge, signature, appVersion: APP_VERSION, ...changes },
    })
  }

  const device = {
    ...enrolled,
    requestToken,
    token: async () => TokenAnswer.parse((await requestToken()).body).token,
    async get(path: string): Promise<Reply> {
      return ask(hq.url, path, { token: await device.token() })
    },
    async post(commands: readonly unknown[]): Promise<Reply> {
      return ask(hq.url, '/v1/commands', { body: { commands }, token: await device.token() })
    },
    /** The next command of this device, done now at its desk. */
    command<N extends CommandName>(
      name: N,
      args: CommandArgs<N>,
      { role = 'manager', ...changes }: CommandOptions = {},
    ): Command {
      sequence += 1
      const at = hq.clock.now()
      return {
        id: uuidV7(at, randomBytes(16)),
        v: COMMAND_VERSION,
        deviceId,
        sequence,
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
