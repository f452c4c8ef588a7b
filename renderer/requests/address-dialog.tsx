import { useState } from 'react'
import type { RequestRow } from '../../contract/desk.ts'
import { fullName } from '../../domain/candidate.ts'
import { isShaped, isText } from '../../kit/accepts.ts'
import { draftKey } from '../../kit/draft-key.ts'
import { TextField } from '../../kit/fields.tsx'
import { forgetKept, useKept } from '../../kit/kept.ts'
import { ACTS } from '../../text/screens/request-acts.ts'
import { ActDialog } from './act-dialog.tsx'
import { readAddress } from './address-form.ts'
import { isProofMissing, NO_PROOF, PROOF_SHAPE, type Proof, ProofFields } from './proof-fields.tsx'
import { useAct } from './use-act.ts'

type Form = { email: string; again: string } & Proof
const UNTOUCHED: Form = { email: '', again: '', ...NO_PROOF }
const isForm = isShaped({ email: isText, again: isText, ...PROOF_SHAPE })

/** Another mail address for a candidate who can no longer read the one on file, typed twice, and which document was shown. */
export function AddressDialog({ request, onClose }: { request: RequestRow; onClose: () => void }) {
  const key = draftKey('address', [request.candidateId])
  const [{ email, again, proof, proofText }, setForm] = useKept<Form>(key, UNTOUCHED, isForm)
  // As it was when the dialog opened: a change that arrives meanwhile must be seen before it is written over.
  const [seen] = useState(request.candidate)
  const [asked, setAsked] = useState(false)
  const act = useAct(request)
  const change = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }))
  const { value, errors } = readAddress(seen.email, email, again)
  const why = email.trim() === '' ? ACTS.addressFirst : proof ? null : ACTS.proofFirst
  const missing = isProofMissing({ proof, proofText })
  const ask = async () => {
    setAsked(true)
    if (!proof || value === null || missing) return
    const args = {
      ...{ requestId: request.id, candidateId: seen.id, from: seen.email, email: value },
      ...{ proof, proofText: proofText.trim() || null },
    }
    if (!(await act({ name: 'candidate.change-address', args }, ACTS.addressChanging))) return
    forgetKept(key)
    onClose()
  }
  return (
    <ActDialog
      title={ACTS.changeAddressTitle(fullName(seen))}
      help="corriger-un-dossier"
      why={why}
      consequence={ACTS.changeAddressConsequence}
      submit={ACTS.changeAddressNow}
      onSubmit={ask}
      onClose={onClose}
    >
      <p className="muted">{ACTS.changeAddressFor}</p>
      {seen.emailNext === null ? null : <p>{ACTS.changeAddressReplaces(seen.emailNext)}</p>}
      <TextField
        label={ACTS.newAddress}
        type="email"
        hint={ACTS.onFile(seen.email || ACTS.none)}
        value={email}
        onChange={(text) => change({ email: text })}
        error={asked ? errors.email : null}
      />
      <TextField
        label={ACTS.newAddressAgain}
        type="email"
        value={again}
        onChange={(text) => change({ again: text })}
        error={asked ? errors.again : null}
      />
      <ProofFields shown={{ proof, proofText }} asked={asked} onChange={change} />
    </ActDialog>
  )
}
