import type { CommandResult } from '../../contract/hq.ts'
import { type CommandArgs, type CommandName, isDecision, mayRun, ruleOf } from '../../domain/commands.ts'
import { type Decision, judge, type Refusal, refused } from '../../domain/decision.ts'
import type { Write } from '../../domain/entities.ts'
import type { Instant } from '../../domain/time.ts'
import { toldOf } from '../../domain/told.ts'
import type { Tx } from '../db/open.ts'
import { inTransaction } from '../db/transaction.ts'
import { lockDevice } from '../device-contact.ts'
import { isSameOrigin } from '../device-line.ts'
import { publish } from '../feed.ts'
import type { Hq } from '../hq.ts'
import { HttpError } from '../http-error.ts'
import { announce } from '../mail/announce.ts'
import type { AskingDevice } from '../token.ts'
import { tellTaker } from './last-taker.ts'
import { loaders } from './loaders.ts'
import type { ReadCommand } from './read-command.ts'
import { askForReview } from './review.ts'
import { noteUnread, wasUnread } from './unread-commands.ts'

/**
 * Judges one command for good, in one transaction: rows, outcome, what to review, and their one position in the feed; or
 * nothing at all. A command known by its id is answered as it was the first time.
 * @throws HttpError `forked`: this device is not the one that HQ has dealt with; `revoked`, even since its request was let in
 */
export async function runCommand(hq: Hq, asking: AskingDevice, read: ReadCommand): Promise<CommandResult> {
  return inTransaction(hq.db, (tx) => runIn(tx, hq, asking, read))
}

async function runIn(
  tx: Tx,
  hq: Hq,
  asking: AskingDevice,
  { command, name, args }: ReadCommand,
): Promise<CommandResult> {
  const { centreId, deviceId } = asking
  const { id } = command
  // One command of a device at a time: the same batch sent twice at once must not be judged twice.
  const device = await lockDevice(tx, deviceId)
  if (!device) throw new HttpError('unknown-device')
  if (device.revokedAt !== null) throw new HttpError('revoked')
  if (device.replacedBy !== null) throw new HttpError('forked')
  const known = await knownResult(tx, id, deviceId)
  if (known) return known
  // HQ has gone past this number with this device and never saw this command: it comes from an older copy of it.
  if (command.sequence <= device.lastSequence && !(await wasUnread(tx, deviceId, id))) throw new HttpError('forked')
  const dependencies = await statusesOf(tx, centreId, command.dependsOn)
  if (dependencies.length < new Set(command.dependsOn).size) {
    // Later commands may go past it, and it may come again, by a file: no sign of a copy.
    await noteUnread({ db: tx, clock: hq.clock }, deviceId, id, 'dependency-unknown')
    return { id, status: 'failed', code: 'dependency-unknown' }
  }

  const at = hq.clock.now()
  const judged = await judgeIn(tx, centreId, name, args as CommandArgs<typeof name>, {
    at,
    command,
    hq,
    refusal: priorRefusal(name, command.operator.role, dependencies),
  })
  const { decision, subject } = judged
  const refusal = decision.ok ? (decision.misfit ?? null) : await tellTaker(tx, centreId, decision.refusal)
  const status = decision.ok ? 'applied' : 'refused'
  const writes: Write[] = decision.ok ? [...decision.writes, ...judged.alongside] : []
  const { code = null, detail = null } = refusal ?? {}
  writes.push({
    entity: 'outcome',
    value: {
      ...{ id, deviceId, name, status, code, detail: detail && { ...detail }, decidedAt: at },
      ...{ operatorName: command.operator.name, doneAt: command.at },
      ...(decision.ok && isDecision(name)
        ? toldOf(command.args, decision.writes)
        : { about: [], entryIds: [], told: {} }),
    },
  })
  if (refusal) {
    const kind = decision.ok ? 'misfit' : 'refused'
    writes.push(await askForReview(tx, { command, centreId, at, random: hq.random }, { kind, refusal, subject }))
  }
  const { sequence } = command
  await tx
    .insertInto('commandLog')
    .values({ id, centreId, deviceId, sequence, receivedAt: at, command: JSON.stringify(command) })
    .execute()
  await tx
    .updateTable('hqDevice')
    .set((eb) => ({ lastSequence: eb.fn<number>('greatest', ['lastSequence', eb.val(sequence)]) }))
    .where('id', '=', deviceId)
    .execute()
  await announce(tx, hq, { centreId, writes })
  await publish(tx, { centreId, commandId: id, at, writes, elsewhere: judged.elsewhere })
  return { id, status, code }
}

type Given = { at: Instant; command: ReadCommand['command']; hq: Hq; refusal: Refusal | null }

async function judgeIn<N extends CommandName>(tx: Tx, centreId: string, name: N, args: CommandArgs<N>, given: Given) {
  const { at, command, hq, refusal } = given
  const { facts, subject, alongside, elsewhere } = await loaders[name](tx, centreId, args, command.deviceId, hq)
  if (refusal && isDecision(name))
    return { decision: refused(refusal.code, refusal.detail), subject, alongside: [], elsewhere: [] }
  const circumstances = { at, operatorName: command.operator.name, role: command.operator.role }
  const own = judge(ruleOf(name), args, facts, circumstances, 'hq')
  // A fact has happened, whoever did it: it is written, and a person is asked.
  const decision: Decision = own.ok && refusal ? { ...own, misfit: own.misfit ?? refusal } : own
  return {
    ...{ decision, subject },
    alongside: decision.ok && alongside ? await alongside({ at, command, hq }) : [],
    elsewhere: decision.ok && elsewhere ? await elsewhere({ at }) : [],
  }
}

function priorRefusal(
  name: CommandName,
  role: Parameters<typeof mayRun>[1],
  dependencies: readonly string[],
): Refusal | null {
  if (dependencies.includes('refused')) return { code: 'depends-on-refused' }
  return mayRun(name, role) ? null : { code: 'role-not-allowed' }
}

async function knownResult(tx: Tx, id: string, deviceId: string): Promise<CommandResult | null> {
  const known = await tx
    .selectFrom('commandLog')
    .innerJoin('outcome', (join) =>
      join.onRef('outcome.id', '=', 'commandLog.id').onRef('outcome.centreId', '=', 'commandLog.centreId'),
    )
    .select(['commandLog.deviceId', 'outcome.status', 'outcome.code'])
    .where('commandLog.id', '=', id)
    .executeTakeFirst()
  if (!known) return null
  return known.deviceId === deviceId || (await isSameOrigin(tx, known.deviceId, deviceId))
    ? { id, status: known.status, code: known.code }
    : { id, status: 'invalid', code: 'id-taken' }
}

async function statusesOf(tx: Tx, centreId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('outcome')
    .select('status')
    .where('centreId', '=', centreId)
    .where('id', 'in', ids)
    .execute()
  return rows.map(({ status }) => status)
}
