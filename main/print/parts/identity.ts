import type { Candidate } from '../../../domain/candidate.ts'
import { formatDate } from '../../../text/format.ts'
import { PERSON } from '../../../text/papers/person.ts'
import type { Html } from '../html.ts'
import { terms } from './terms.ts'

type Named = Pick<Candidate, 'nuc' | 'birthName' | 'usageName' | 'firstNames' | 'bornOn' | 'birthPlace'>

/** Who a paper is about, as the identity document says it: nothing shortened. */
export function identity({ nuc, birthName, usageName, firstNames, bornOn, birthPlace }: Named): Html {
  return terms([
    [PERSON.birthName, birthName],
    [PERSON.usageName, usageName === birthName ? null : usageName],
    [PERSON.firstNames, firstNames],
    [PERSON.born, PERSON.bornAt(formatDate(bornOn), birthPlace)],
    [PERSON.nuc, nuc],
  ])
}
