import type { CommandResult } from '../../contract/hq.ts'
import { type CommandName, isDecision } from '../../domain/commands.ts'
import { sqlState } from '../db/transaction.ts'
import type { Hq } from '../hq.ts'
import type { AskingDevice } from '../token.ts'
import { readCommand } from './read-command.ts'
import { runCommand } from './run-command.ts'

const UNIQUE_VIOLATION = '23505'
/** Class 22, data exceptions: the database cannot hold such a value, and never will. */
const DATA_EXCEPTION = '22'

/**
 * The commands of one device, one after the other. One that cannot be read stops no other. After an unexpected failure nothing
 * more is tried, for the device's order must hold: the rest is answered `failed`, which means « send it again ».
 */
export async function runCommands(hq: Hq, asking: AskingDevice, inputs: readonly unknown[]): Promise<CommandResult[]> {
  const results: CommandResult[] = []
  let stopped = false
  for (const input of inputs) {
    const read = readCommand(input, asking)
    if ('invalid' in read) results.push({ id: read.id, status: 'invalid', code: read.invalid })
    else if (stopped) results.push({ id: read.command.id, status: 'failed', code: 'not-tried' })
    else {
      try {
        results.push(await runCommand(hq, asking, read))
      } catch (error) {
        const code = unstorable(error, read.name)
        if (code === null) {
          hq.reportBug(error, `command ${read.name} ${read.command.id}`)
          stopped = true
        }
        results.push({ id: read.command.id, status: code === null ? 'failed' : 'invalid', code: code ?? 'internal' })
      }
    }
  }
  return results
}

/** Why this command can never be stored, or null when the failure may pass. */
function unstorable(error: unknown, name: CommandName): string | null {
  const state = sqlState(error)
  if (state === UNIQUE_VIOLATION && !isDecision(name)) return 'id-taken'
  return state?.startsWith(DATA_EXCEPTION) ? 'not-storable' : null
}
