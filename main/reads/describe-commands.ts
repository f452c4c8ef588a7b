import type { ExchangeRow } from '../../contract/desk.ts'
import type { KeptCommand } from '../../db/commands.ts'
import type { Db } from '../../db/schema.ts'
import { SetSeatsArgs } from '../../domain/shapes/commands/set-seats.ts'
import type { WrittenFile } from '../rescue/written-file.ts'
import { describeTouches } from './describe-touches.ts'
import { readFellWith } from './fell-with.ts'

/** How what leaves this PC fares. `unheard`: what left has not reached HQ as far as anybody knows. `file`: the last one written. */
export type Sending = { unheard: boolean; file: WrittenFile | null }

/** Commands as lines of the register: whom and what each is about, joined from the rows that it touched. */
export async function describeCommands(
  db: Db,
  commands: readonly KeptCommand[],
  sending: Sending,
): Promise<ExchangeRow[]> {
  const aboutOf = await describeTouches(
    db,
    commands.map(({ touches }) => touches),
  )
  const fellWith = await readFellWith(db, commands)

  return commands.map((command) => {
    const { id, sequence, name, operator, at, sentAt, settledAt, code, detail, doubtful } = command
    const { candidates, ...about } = aboutOf(command.touches)
    return {
      commandId: id,
      sequence,
      name,
      ...stateOf(command, sending),
      operatorName: operator.name,
      doneAt: at,
      sentAt,
      settledAt,
      code,
      detail: fellWith.has(id) ? { after: fellWith.get(id) ?? '' } : detail && { ...detail },
      ...about,
      candidateNames: candidates.map((candidate) => candidate.name),
      doubtful,
      seats: name === 'offering.set-seats' ? (SetSeatsArgs.safeParse(command.args).data?.seats ?? null) : null,
    }
  })
}

/** What HQ has not judged, as a person would call it, and the file that carries it while nothing else has. */
function stateOf({ state, sequence }: KeptCommand, { unheard, file }: Sending): Pick<ExchangeRow, 'state' | 'file'> {
  if (!unheard || (state !== 'waiting' && state !== 'sending')) return { state, file: null }
  const isInFile = file !== null && sequence <= file.lastSequence
  return { state: 'waiting', file: isInFile ? { number: file.number, writtenAt: file.writtenAt } : null }
}
