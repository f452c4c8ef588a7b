import { WireCommand } from '../../contract/hq.ts'
import { COMMAND_VERSION, type Command, type CommandName, isCommandName } from '../../domain/commands.ts'
import { commandArgs } from '../../domain/shapes/command-args.ts'
import type { AskingDevice } from '../token.ts'

export type ReadCommand = { command: Command; name: CommandName; args: unknown }
export type Unreadable = { id: string | null; invalid: string }

/**
 * A command as it came, checked; or why HQ cannot read it, which no retry would mend.
 * Codes: not-readable, version-too-new, wrong-device, unknown-command, args-not-valid, not-storable.
 */
export function readCommand(input: unknown, asking: AskingDevice): ReadCommand | Unreadable {
  const id = idOf(input)
  try {
    if (versionOf(input) > COMMAND_VERSION) return { id, invalid: 'version-too-new' }
    const parsed = WireCommand.safeParse(input)
    if (!parsed.success) return { id, invalid: 'not-readable' }
    const command = parsed.data
    if (command.deviceId !== asking.deviceId) return { id, invalid: 'wrong-device' }
    if (!isCommandName(command.name)) return { id, invalid: 'unknown-command' }
    const args = commandArgs[command.name].safeParse(command.args)
    if (!args.success) return { id, invalid: 'args-not-valid' }
    return isStorable(command) ? { command, name: command.name, args: args.data } : { id, invalid: 'not-storable' }
  } catch (error) {
    // Arrays nested thousands deep exhaust the stack of whoever walks them.
    if (error instanceof RangeError) return { id, invalid: 'not-readable' }
    throw error
  }
}

/** PostgreSQL keeps neither the character NUL nor half a surrogate pair: stored, such a command would fail for ever. */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0')
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, inner]) => isStorable(key) && isStorable(inner))
}

function idOf(input: unknown): string | null {
  const id = typeof input === 'object' && input !== null && 'id' in input ? input.id : null
  return typeof id === 'string' && id.length <= 64 ? id : null
}

function versionOf(input: unknown): number {
  const v = typeof input === 'object' && input !== null && 'v' in input ? input.v : null
  return Number.isInteger(v) ? Number(v) : 0
}
