import { Notice, type Tone } from '../../kit/status-tag.tsx'
import { REFUSE } from '../../text/screens/refuse.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import type { SeatsAsked } from './refusal-seats.ts'
import type { RefuseTarget } from './use-targets-now.ts'
import { Who } from './who.tsx'

/** « Plus de place », and there are: seats of what was asked for, or of the same exam with another software. */
export function NotFull({ asked }: { asked: readonly SeatsAsked[] }) {
  return (
    <>
      <Warned tone="stop" asked={asked.filter(({ free }) => free > 0)} one={REFUSE.notFull} many={REFUSE.notFullMany} />
      <Warned
        tone="wait"
        asked={asked.filter(({ free, others }) => free === 0 && others.length > 0)}
        one={REFUSE.fullOnlyWith}
        many={REFUSE.fullOnlyMany}
      />
    </>
  )
}

type WarnedProps = { tone: Tone; asked: readonly SeatsAsked[]; one: (asked: SeatsAsked) => string; many: string }

function Warned({ tone, asked, one, many }: WarnedProps) {
  const [first, ...others] = asked
  if (!first) return null
  return (
    <Notice tone={tone} icon="alert">
      {others.length === 0 ? (
        one(first)
      ) : (
        <>
          {many}
          <ul>
            {asked.map((offering) => (
              <li key={keyOf(offering)}>{REFUSE.seatsNow(offering)}</li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  )
}

const keyOf = ({ examCode, software }: SeatsAsked) => `${examCode} ${software}`
/** Beyond these, who is refused many at once reads them in the warning. */
const MOST_OFFERINGS = 2

/** Who is refused what, and the seats of it now. */
export function Concerned({ targets, asked }: { targets: readonly RefuseTarget[]; asked: readonly SeatsAsked[] }) {
  return (
    <div className="field">
      <span className="label">{REQUESTS.refuseConcerns(targets.length)}</span>
      <ul className="concerned">
        {targets.map(({ request, entryIds }) => (
          <Who key={request.id} request={request} entries={request.entries.filter(({ id }) => entryIds.includes(id))} />
        ))}
      </ul>
      {(asked.length > MOST_OFFERINGS ? [] : asked).map((one) => (
        <p key={keyOf(one)} className={one.free > 0 ? 'ok small' : 'sub'}>
          {REFUSE.seatsNow(one)}
        </p>
      ))}
    </div>
  )
}
