import { useState } from 'react'
import type { RequestRow } from '../../contract/desk.ts'
import { identityFaults } from '../../domain/identity-faults.ts'
import { toLocalDate } from '../../domain/time.ts'
import { Notice } from '../../kit/status-tag.tsx'
import { CANDIDATE } from '../../text/screens/candidate.ts'
import { FAULT_WORDS } from '../../text/screens/today.ts'
import { useOffice } from '../frame/office.tsx'
import { AddressDialog } from '../requests/address-dialog.tsx'
import { CorrectDialog } from '../requests/correct-dialog.tsx'
import { FileIdentity } from '../requests/file-identity.tsx'

/** Who they are, each check beside its field, and what would have their attestation rejected. */
export function CandidateIdentity({ request }: { request: RequestRow }) {
  const { desk } = useOffice()
  const [asking, setAsking] = useState<'identity' | 'address' | null>(null)
  const faults = identityFaults(request.candidate, toLocalDate(desk.now, desk.centre.timeZone))
  return (
    <section className="card file in-page" aria-labelledby="who">
      <h2 id="who">{CANDIDATE.who}</h2>
      {faults.length > 0 ? (
        <Notice tone="stop" icon="alert">
          {CANDIDATE.faults}
          {'\u00a0: '}
          {faults.map((fault) => FAULT_WORDS[fault].toLowerCase()).join(', ')}
        </Notice>
      ) : (
        <p className="sub">{CANDIDATE.faultsNone}</p>
      )}
      <FileIdentity
        request={request}
        correct={() => setAsking('identity')}
        changeAddress={() => setAsking('address')}
      />
      {asking === 'address' ? <AddressDialog request={request} onClose={() => setAsking(null)} /> : null}
      {asking === 'identity' ? <CorrectDialog request={request} onClose={() => setAsking(null)} /> : null}
    </section>
  )
}
