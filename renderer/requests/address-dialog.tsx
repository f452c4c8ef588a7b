import { useState } from 'react'
import type { RequestRow } from '../../contract/desk.ts'
import { fullName } from '../../domain/candidate.ts'
import { IDENTITY_PROOFS, type IdentityProof } from '../../domain/commands/correct-candidate.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Choices, TextField } from '../../kit/fields.tsx'
import { forgetKept, useKept } from '../../kit/kept.ts'
import { PROOF_WORDS } from '../../text/fr.ts'
import { ACTS } from '../../text/screens/request-acts.ts'
import { readAddress } from './address-form.ts'
import { useAct } from './use-act.ts'

type Form = { email: string; again: string; proof: IdentityProof | null; proofText: string }
const UNTOUCHED: Form = { email: '', again: '', proof: null, proofText: '' }

/** Another mail address for a candidate who can no longer read the one on file, typed twice, and which document was shown. */
export function AddressDialog({ request, onClose }: { request: RequestRow; onClose: () => void }) {
  const key = `address.${request.candidateId}`
  const [{ email, again, proof, proofText }, setForm] = useKept(key, UNTOUCHED)
  // As it was when the dialog opened: a change that arrives meanwhile must be seen before it is written over.
  const [seen] = useState(request.candidate)
  const [asked, setAsked] = useState(false)
  const act = useAct(request)
  const change = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }))
  const { value, errors } = readAddress(seen.email, email, again)
  const why = email.trim() === '' ? ACTS.addressFirst : proof ? null : ACTS.proofFirst
  const missing = proof === 'other' && proofText.trim() === ''
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
    <Dialog
      title={ACTS.changeAddressTitle(fullName(seen))}
      onClose={onClose}
      footer={
        <>
          <p>{why ?? ACTS.changeAddressConsequence}</p>
          <Button onPress={onClose}>{ACTS.cancel}</Button>
          <Button tone="primary" onPress={() => void ask()} reason={why}>
            {ACTS.changeAddressNow}
          </Button>
        </>
      }
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
      <Choices
        inline
        label={ACTS.proof}
        value={proof}
        options={IDENTITY_PROOFS.map((value) => ({ value, label: PROOF_WORDS[value] }))}
        onChange={(value) => change({ proof: value })}
      />
      <TextField
        label={ACTS.proofText}
        hint={ACTS.proofTextHint}
        value={proofText}
        onChange={(text) => change({ proofText: text })}
        error={asked && missing ? ACTS.proofTextRequired : null}
      />
    </Dialog>
  )
}
