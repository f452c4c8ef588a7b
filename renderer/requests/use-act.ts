import type { RequestRow } from '../../contract/desk.ts'
import type { Draft } from '../../contract/ipc.ts'
import { fullName } from '../../domain/candidate.ts'
import type { CommandArgs, CommandName } from '../../domain/commands.ts'
import { sayRefusal } from '../../text/fr.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { refusalsOf, useRun } from '../run-click.ts'

type Act = <N extends CommandName>(command: { name: N; args: CommandArgs<N> }, done: string) => Promise<boolean>

/** Runs one command about a request and says what became of it, whose it is included. Gives whether it was accepted here. */
export function useAct(request: RequestRow): Act {
  const run = useRun()
  return async ({ name, args }, done) => {
    const answer = await run([{ name, args: args as Draft['args'] }], (answered) => {
      const [first] = refusalsOf(answered)
      return first ? sayRefusal(first) : REQUESTS.doneFor(done, fullName(request.candidate))
    })
    return answer !== null && refusalsOf(answer).length === 0
  }
}
