import type { MeAnswer } from '../../contract/candidate-pages.ts'
import { identityLines } from '../../text/identity-lines.ts'

/** An identity as it will stand on the attestation, to be read line by line. */
export function AsPrinted({ identity }: Pick<MeAnswer, 'identity'>) {
  return (
    <dl className="as-printed">
      {identityLines(identity).map(([term, words]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  )
}
