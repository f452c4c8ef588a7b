import type { RequestRow } from '../../contract/desk.ts'
import type { RunAnswer } from '../../contract/ipc.ts'
import { fullName } from '../../domain/candidate.ts'
import { sayRefusal } from '../../text/fr.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { refusalsOf } from '../run-click.ts'

/** « 2 demandes pré-validées, 1 non : complet. »; « 1 demande pré-validée : PETIT Éloïse » when only hers was asked for. */
export function sayPrevalidated(answer: RunAnswer, requests: readonly RequestRow[] = []): string {
  const refusals = refusalsOf(answer)
  const done = answer.results.length - refusals.length
  const [first] = refusals
  const [only] = requests
  if (only && requests.length === 1 && !first)
    return REQUESTS.doneFor(REQUESTS.prevalidated(1), fullName(only.candidate))
  return [
    (done > 0 || !first) && REQUESTS.prevalidated(done),
    first && REQUESTS.notDone(refusals.length, sayRefusal(first)),
  ]
    .filter(Boolean)
    .join(', ')
}
