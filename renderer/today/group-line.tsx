import type { TodayGroup } from '../../contract/desk-today.ts'
import { MOST_AT_ONCE } from '../../contract/limits.ts'
import { sayGroup, sayGroupDetail, TODAY } from '../../text/screens/today.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { sayPrevalidated } from '../requests/say-prevalidated.ts'
import { useRun } from '../run-click.ts'
import { Line } from './line.tsx'
import type { Asked } from './today-dialog.tsx'
import type { Act } from './use-lines.ts'

/** Names a group among the others, whatever its count. */
export function groupKey({ refusal, offer }: TodayGroup): string {
  return `group-${refusal ?? 'possible'}-${offer?.offeringId ?? offer?.examCode ?? ''}`
}

type GroupLineProps = { group: TodayGroup; gone: boolean; ask: (asked: Asked) => void }

/** Requests to which the same answer can be given: all of them at once where it is yes, once one has read who they are. */
export function GroupLine({ group, gone, ask }: GroupLineProps) {
  const { desk, openRequest, openRequests } = useOffice()
  const run = useRun()
  const { refusal, offer, count, first } = group
  const { count: counted, rest } = sayGroup(group)
  const see = () => {
    const [only] = first
    if (count === 1 && only) return openRequest(only.requestId)
    const software = offer?.software[0] ?? null
    openRequests({
      state: 'waiting',
      exam: refusal && offer ? offer.examCode : null,
      software: refusal ? software : null,
    })
  }
  const prevalidate = () => {
    if (first.length > 1) return ask({ kind: 'accept', answers: first })
    void run(
      first.map((args) => ({ name: 'entry.prevalidate', args })),
      sayPrevalidated,
    )
  }
  const seeWords = TODAY.see(count)
  const acts: Act[] = [
    {
      letter: refusal === null ? null : 'v',
      words: seeWords,
      about: counted,
      reason: null,
      run: see,
    },
  ]
  if (refusal === null) {
    const words = count > MOST_AT_ONCE ? TODAY.prevalidateFirst(MOST_AT_ONCE) : TODAY.prevalidateGroup(count)
    const reason = whyNotAllowed(desk, 'entry.prevalidate')
    acts.unshift({ letter: 'v', words, about: '', reason, run: prevalidate })
  }
  return (
    <Line id={groupKey(group)} acts={acts} open={see} gone={gone}>
      <p>
        <b>{counted}</b> {rest}
      </p>
      <p className="sub">{sayGroupDetail(group)}</p>
    </Line>
  )
}
