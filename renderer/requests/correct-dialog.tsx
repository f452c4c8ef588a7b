import { useState } from 'react'
import type { RequestRow } from '../../contract/desk.ts'
import { fullName } from '../../domain/candidate.ts'
import { decideCorrectCandidate, IDENTITY_FIELDS, type IdentityField } from '../../domain/commands/correct-candidate.ts'
import { isShaped, isTableOf, isText } from '../../kit/accepts.ts'
import { draftKey } from '../../kit/draft-key.ts'
import { Choices, TextField } from '../../kit/fields.tsx'
import { forgetKept, useKept } from '../../kit/kept.ts'
import { IDENTITY_FIELD_WORDS } from '../../text/fr.ts'
import { ACTS } from '../../text/screens/request-acts.ts'
import { circumstancesOf, useOffice } from '../frame/office.tsx'
import { ActDialog } from './act-dialog.tsx'
import { asTyped, readIdentity, type TypedIdentity } from './identity-form.ts'
import { isProofMissing, NO_PROOF, PROOF_SHAPE, type Proof, ProofFields } from './proof-fields.tsx'
import { useAct } from './use-act.ts'

type Form = { typed: TypedIdentity } & Proof
const UNTOUCHED: Form = { typed: {}, ...NO_PROOF }
const isForm = isShaped({ typed: isTableOf(isText), ...PROOF_SHAPE })
const SEXES = (['F', 'M'] as const).map((value) => ({ value, label: ACTS.sexes[value] }))

/** Who the candidate is, as a document shows it: each field with what is on file, and which document. */
export function CorrectDialog({ request, onClose }: { request: RequestRow; onClose: () => void }) {
  const key = draftKey('correct', [request.candidateId])
  const { desk } = useOffice()
  const [{ typed, proof, proofText }, setForm] = useKept<Form>(key, UNTOUCHED, isForm)
  // As it was when the dialog opened: a correction that arrives meanwhile must be seen before it is written over.
  const [seen] = useState(request.candidate)
  const [asked, setAsked] = useState(false)
  const act = useAct(request)
  const change = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }))
  const { changes, errors } = readIdentity(seen, typed)
  const fields = IDENTITY_FIELDS.filter((field) => changes[field] !== undefined)
  const wrong = Object.keys(errors).length > 0
  const why = fields.length === 0 && !wrong ? ACTS.nothingChanged : proof ? null : ACTS.proofFirst
  const missing = isProofMissing({ proof, proofText })
  const judged =
    proof && fields.length > 0 && !missing
      ? decideCorrectCandidate(
          { requestId: request.id, candidateId: seen.id, changes, proof, proofText },
          { candidate: seen },
          circumstancesOf(desk),
        )
      : null
  const impossible = judged && !judged.ok ? judged.refusal.detail?.field : null
  const correct = async () => {
    setAsked(true)
    if (!proof || wrong || missing || impossible) return
    const args = {
      requestId: request.id,
      candidateId: seen.id,
      changes,
      proof,
      proofText: proofText.trim() || null,
    }
    if (!(await act({ name: 'candidate.correct', args }, ACTS.corrected))) return
    forgetKept(key)
    onClose()
  }
  const field = (name: Exclude<IdentityField, 'sex'>) => (
    <TextField
      label={IDENTITY_FIELD_WORDS[name]}
      hint={ACTS.onFile(asTyped(seen, name) || ACTS.none)}
      value={typed[name] ?? asTyped(seen, name)}
      onChange={(text) => change({ typed: { ...typed, [name]: text } })}
      error={asked ? (errors[name] ?? (impossible === name ? ACTS.notPossible : null)) : null}
    />
  )
  return (
    <ActDialog
      title={ACTS.correctTitle(fullName(seen))}
      help="corriger-un-dossier"
      why={why}
      consequence={ACTS.correctConsequence(fields.map((name) => IDENTITY_FIELD_WORDS[name].toLowerCase()).join(', '))}
      submit={ACTS.correctNow}
      onSubmit={correct}
      onClose={onClose}
    >
      <p className="muted">{ACTS.asOnProof}</p>
      <div className="identity-fields">
        {field('birthName')}
        {field('usageName')}
        {field('firstNames')}
        {field('bornOn')}
        {field('birthPlace')}
        {field('birthCountry')}
      </div>
      <Choices
        inline
        label={IDENTITY_FIELD_WORDS.sex}
        value={typed.sex === 'M' || typed.sex === 'F' ? typed.sex : seen.sex}
        options={SEXES}
        onChange={(sex) => change({ typed: { ...typed, sex } })}
      />
      <ProofFields shown={{ proof, proofText }} asked={asked} onChange={change} />
    </ActDialog>
  )
}
