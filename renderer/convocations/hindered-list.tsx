import type { ConvocationRow } from '../../contract/desk-papers.ts'
import { CONVOCATION_HINDRANCES } from '../../contract/states.ts'
import { formatCount } from '../../text/format.ts'
import { CONVOCATIONS, HINDRANCE_HEADS } from '../../text/screens/convocations.ts'
import { CandidateLink } from '../candidate/candidate-link.tsx'

/** Who cannot be convened, by why; each name opens the file in which it is mended. */
export function HinderedList({ rows }: { rows: readonly ConvocationRow[] }) {
  return (
    <details className="hindered">
      <summary>{CONVOCATIONS.hindrances(rows.length)}</summary>
      <dl>
        {CONVOCATION_HINDRANCES.map((why) => {
          const concerned = rows.filter(({ hindrance }) => hindrance === why)
          return concerned.length === 0 ? null : (
            <div key={why}>
              <dt>
                {HINDRANCE_HEADS[why]} <span className="sub">{formatCount(concerned.length)}</span>
              </dt>
              <dd>
                <ul>
                  {concerned.map(({ candidateId, candidateName }) => (
                    <li key={candidateId}>
                      <CandidateLink candidateId={candidateId} name={candidateName} />
                    </li>
                  ))}
                </ul>
              </dd>
            </div>
          )
        })}
      </dl>
    </details>
  )
}
