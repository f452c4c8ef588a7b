import type { ReactNode } from 'react'
import type { RequestRow } from '../../contract/desk.ts'
import { Button } from '../../kit/button.tsx'
import { formatDate, formatMoney } from '../../text/format.ts'
import { ACTS } from '../../text/screens/request-acts.ts'
import { FILE } from '../../text/screens/request-file.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'

/** Who the candidate is and how to reach them. What is wrong stands beside its field. */
export function FileIdentity({ request, correct }: { request: RequestRow; correct: () => void }) {
  const { desk } = useOffice()
  const { candidate, organisation, entries, note } = request
  const { birthName, bornOn, birthPlace, birthCountry, nuc, phone, email, addressLines, postcode, town, sex } =
    candidate
  const fee = entries.reduce((sum, { feeAmount }) => sum + feeAmount, 0)
  const currency = entries[0]?.currency ?? 'EUR'
  return (
    <dl>
      <Line term={FILE.birth}>
        {birthName}, {formatDate(bornOn)}
        <br />
        {birthPlace}
        {birthCountry && birthCountry.toLowerCase() !== 'france' ? `, ${birthCountry}` : ''}
        <br />
        <Button tone="link" small onPress={correct} reason={whyNotAllowed(desk, 'candidate.correct')}>
          {ACTS.correct}
        </Button>
      </Line>
      {candidate.nirCheck !== 'none' && candidate.nirCheck !== 'ok' ? (
        <Line term={FILE.nir}>
          <span className="no">{FILE.nirMismatch}</span>
        </Line>
      ) : null}
      <Line term={FILE.nuc}>{nuc ?? <span className="sub">{FILE.nucLater}</span>}</Line>
      <Line term={FILE.phone}>{phone}</Line>
      <Line term={FILE.mail}>{email}</Line>
      <Line term={FILE.address}>{[...addressLines, `${postcode} ${town}`].join(', ')}</Line>
      <Line term={FILE.payer}>
        {organisation ? organisation.name : FILE.self(sex)} · {formatMoney(fee, currency)}
        {organisation?.onAccount ? <span className="sub"> ({FILE.onAccount})</span> : null}
      </Line>
      {note ? <Line term={FILE.note}>{note}</Line> : null}
    </dl>
  )
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  )
}
