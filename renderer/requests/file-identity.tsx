import type { ReactNode } from 'react'
import type { RequestRow } from '../../contract/desk.ts'
import { Button } from '../../kit/button.tsx'
import { formatDate, formatDateTime, formatMoney } from '../../text/format.ts'
import { ACTS } from '../../text/screens/request-acts.ts'
import { FILE, NIR_DISAGREES } from '../../text/screens/request-file.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { FileDataCheck } from './file-data-check.tsx'

type FileIdentityProps = { request: RequestRow; correct: () => void; changeAddress: () => void }

/** Who the candidate is and how to reach them. What is wrong stands beside its field. */
export function FileIdentity({ request, correct, changeAddress }: FileIdentityProps) {
  const { desk } = useOffice()
  const { candidate, organisation, entries, note } = request
  const { birthName, bornOn, birthPlace, birthCountry, nuc, phone, email, addressLines, postcode, town, sex } =
    candidate
  const { emailNext, emailChangesAt } = candidate
  const fee = entries.reduce((sum, { feeAmount }) => sum + feeAmount, 0)
  const agreements = [...new Set(entries.flatMap(({ agreement }) => agreement ?? []))]
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
          <span className="no">{NIR_DISAGREES[candidate.nirCheck]}</span>
        </Line>
      ) : null}
      <Line term={FILE.nuc} means={FILE.nucIs}>
        {nuc ?? <span className="sub">{FILE.nucLater}</span>}
      </Line>
      <Line term={FILE.phone}>{phone}</Line>
      <Line term={FILE.mail}>
        {email.slice(0, email.indexOf('@') + 1)}
        <wbr />
        {email.slice(email.indexOf('@') + 1)}
        {emailNext !== null ? (
          <>
            <br />
            <span className="sub">
              {emailChangesAt === null
                ? FILE.mailToConfirm(emailNext)
                : FILE.mailNext(emailNext, formatDateTime(emailChangesAt, desk.centre.timeZone))}
            </span>
          </>
        ) : null}
        <br />
        <Button tone="link" small onPress={changeAddress} reason={whyNotAllowed(desk, 'candidate.change-address')}>
          {ACTS.changeAddress}
        </Button>
      </Line>
      <Line term={FILE.address}>
        {[...addressLines, `${postcode} ${town}`].join(', ')}
        <br />
        <span className="sub">{FILE.addressWhose}</span>
      </Line>
      <Line term={FILE.payer}>
        {organisation ? organisation.name : FILE.self(sex)} · {formatMoney(fee, currency)}
        {organisation?.onAccount ? <span className="sub"> ({[FILE.onAccount, ...agreements].join(', ')})</span> : null}
      </Line>
      <FileDataCheck request={request} />
      {note ? <Line term={FILE.note}>{note}</Line> : null}
    </dl>
  )
}

/** @param means the term in full, where it is short for something */
function Line({ term, means, children }: { term: string; means?: string; children: ReactNode }) {
  return (
    <>
      <dt>{means ? <abbr title={means}>{term}</abbr> : term}</dt>
      <dd>{children}</dd>
    </>
  )
}
