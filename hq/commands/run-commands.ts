import type { CommandResult } from '../../contract/hq.ts'
import { type CommandName, isDecision } from '../../domain/commands.ts'
import { sqlState } from '../db/transaction.ts'
import type { Hq } from '../hq.ts'
import { HttpError } from '../http-error.ts'
import type { AskingDevice } from '../token.ts'
import { type ReadCommand, readCommand } from './read-command.ts'
import { runCommand } from './run-command.ts'
import { noteUnread } from './unread-commands.ts'

const UNIQUE_VIOLATION = '23505'
/** Class 22, data exceptions: the database cannot hold such a value, and never will. */
const DATA_EXCEPTION = '22'

/**
 * The commands of one device, one after the other. One that cannot be read stops no other. After one that failed nothing more
 * is tried, for the device's order must hold: the rest is answered `failed`, which means « send it again ».
 * @throws HttpError `forked`, `revoked`: nothing of the batch from there on is taken
 */
export async function runCommands(hq: Hq, asking: AskingDevice, inputs: readonly unknown[]): Promise<CommandResult[]> {
  const results: CommandResult[] = []
  let stopped = false
  for (const input of inputs) {
    const read = readCommand(input, asking)
    if ('invalid' in read) results.push(await setAside(hq, asking, read.id, read.invalid))
    else if (stopped) results.push({ id: read.command.id, status: 'failed', code: 'not-tried' })
    else {
      const result = await tryCommand(hq, asking, read)
      stopped = result.status === 'failed'
      results.push(result)
    }
  }
  return results
}

async function tryCommand(hq: Hq, asking: AskingDevice, read: ReadCommand): Promise<CommandResult> {
  const { id } = read.command
  try {
    return await runOnceKnown(hq, asking, read)
  } catch (error) {
    if (error instanceof HttpError) throw error
    const code = unstorable(error, read.name)
    if (code !== null) return setAside(hq, asking, id, code)
    hq.reportBug(error, `command ${read.name} ${id}`)
    return { id, status: 'failed', code: 'internal' }
  }
}

/**
 * Two copies of a PC may send one command at the same instant: neither is known when both are looked up, and the second to write finds
 * the first's rows. Tried again it is known by then, and is answered as the first was.
 */
async function runOnceKnown(hq: Hq, asking: AskingDevice, read: ReadCommand): Promise<CommandResult> {
  try {
    return await runCommand(hq, asking, read)
  } catch (error) {
    if (sqlState(error) !== UNIQUE_VIOLATION) throw error
    return runCommand(hq, asking, read)
  }
}

async function setAside(hq: Hq, { deviceId }: AskingDevice, id: string | null, code: string): Promise<CommandResult> {
  await noteUnread(hq, deviceId, id, code)
  return { id, status: 'invalid', code }
}

/** Why this command can never be stored, or null when the failure may pass. */
function unstorable(error: unknown, name: CommandName): string | null {
  const state = sqlState(error)
  if (state === UNIQUE_VIOLATION && !isDecision(name)) return 'id-taken'
  return state?.startsWith(DATA_EXCEPTION) ? 'not-storable' : null
}
