import type { RequestRow } from '../../contract/desk.ts'
import type { RunAnswer } from '../../contract/ipc.ts'
import { fullName } from '../../domain/candidate.ts'
import { sayRefusal } from '../../text/fr.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { useOffice } from '../frame/office.tsx'
import { refusalsOf, useRun } from '../run-click.ts'
import { useToast } from '../ui/toast.tsx'
import { draftReminders } from './remind.ts'

type Remind = (requests: readonly RequestRow[], among?: ReadonlySet<string>) => Promise<boolean>

/**
 * Reminds by mail those of these candidates from whom money is awaited, of these exams alone when they are named, and says what became of
 * it.
 */
export function useRemind(): Remind {
  const { desk, showReminders } = useOffice()
  const run = useRun()
  const say = useToast()
  return async (requests, among) => {
    const drafts = draftReminders(desk, requests, among)
    if (drafts.length === 0) {
      say(REQUESTS.nothingToRemind)
      return false
    }
    const [only] = requests
    const reminded = drafts.flatMap(({ args }) => {
      const request = requests.find(({ id }) => id === args.requestId)
      return request ? { request, entryIds: args.entryIds as string[] } : []
    })
    const seeMail = { words: REQUESTS.seeMail, run: () => showReminders(reminded) }
    const sayDone = (done: RunAnswer) => {
      const refused = refusalsOf(done)
      const [first] = refused
      const sent = drafts.length - refused.length
      if (first && sent === 0) return sayRefusal(first)
      const said = REQUESTS.remindedMany(sent)
      if (first) return `${said}, ${REQUESTS.notDone(refused.length, sayRefusal(first))}`
      return only && requests.length === 1 ? REQUESTS.doneFor(said, fullName(only.candidate)) : said
    }
    const answer = await run(drafts, sayDone, { offers: [seeMail] })
    return answer !== null
  }
}
