import type { CandidateName } from '../../contract/desk-candidate.ts'
import type { FoundCandidate } from '../../contract/desk-lists.ts'
import { fullName } from '../../domain/candidate.ts'
import { NBSP } from '../../text/format.ts'
import { bornOnParts } from '../../text/people.ts'
import { GROUP_WORDS, MATCH_WORDS, SEARCH } from '../../text/screens/search.ts'
import { MarkedText } from './marked-text.tsx'

/** Fields that the line shows anyway: what was typed is marked there. */
const SHOWN: ReadonlySet<string> = new Set(['name', 'nuc', 'phone', 'birth'])

/** Somebody found: who, how to reach them, where their requests stand, and why it is them. */
export function FoundLine({ found, typed }: { found: FoundCandidate; typed: string }) {
  const { candidate, match, requests } = found
  const [first] = requests
  return (
    <>
      <PersonLine candidate={candidate} typed={typed}>
        {SHOWN.has(match.field) ? null : (
          <span className="why">
            {MATCH_WORDS[match.field]}
            {`${NBSP}: `}
            <MarkedText text={match.text} typed={typed} />
          </span>
        )}
      </PersonLine>
      <span className="state">
        {first ? (
          <>
            {first.examCodes.join(', ')}
            <span className="sub">{first.groups.map((group) => GROUP_WORDS[group]).join(', ')}</span>
          </>
        ) : (
          <span className="sub">{SEARCH.noRequest}</span>
        )}
      </span>
    </>
  )
}

type PersonLineProps = { candidate: CandidateName; typed: string; children?: React.ReactNode }

/** Who somebody is, in two lines. */
export function PersonLine({ candidate, typed, children }: PersonLineProps) {
  const { nuc, phone } = candidate
  const { born, name, on } = bornOnParts(candidate)
  return (
    <span className="person">
      <b>
        <MarkedText text={fullName(candidate)} typed={typed} />
      </b>
      <span className="sub">
        {born} {name === null ? null : <MarkedText text={`${name} `} typed={typed} />}
        {on} · <MarkedText text={[nuc, phone].filter(Boolean).join(' · ')} typed={typed} />
        {children ? <> · {children}</> : null}
      </span>
    </span>
  )
}
