import type { RunAnswer } from '../../contract/ipc.ts'
import { sayRefusal } from '../../text/fr.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { refusalsOf } from '../run-click.ts'

/** « 2 demandes pré-validées, 1 non : complet. » */
export function sayPrevalidated(answer: RunAnswer): string {
  const refusals = refusalsOf(answer)
  const done = answer.results.length - refusals.length
  const [first] = refusals
  return [
    (done > 0 || !first) && REQUESTS.prevalidated(done),
    first && REQUESTS.notDone(refusals.length, sayRefusal(first)),
  ]
    .filter(Boolean)
    .join(', ')
}
