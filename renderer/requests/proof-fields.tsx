import { IDENTITY_PROOFS, type IdentityProof } from '../../domain/commands/correct-candidate.ts'
import { isOneOf, isText, orNull } from '../../kit/accepts.ts'
import { Choices, TextField } from '../../kit/fields.tsx'
import { PROOF_WORDS } from '../../text/fr.ts'
import { ACTS } from '../../text/screens/request-acts.ts'

export type Proof = { proof: IdentityProof | null; proofText: string }
export const NO_PROOF: Proof = { proof: null, proofText: '' }
export const PROOF_SHAPE = { proof: orNull(isOneOf(...IDENTITY_PROOFS)), proofText: isText }

/** Whether another document was shown, and not said which. */
export function isProofMissing({ proof, proofText }: Proof): boolean {
  return proof === 'other' && proofText.trim() === ''
}

/** Which document was shown. `asked`: what is missing is said. */
export function ProofFields({ shown, asked, onChange }: ProofFieldsProps) {
  const { proof, proofText } = shown
  return (
    <>
      <Choices
        inline
        label={ACTS.proof}
        value={proof}
        options={IDENTITY_PROOFS.map((value) => ({ value, label: PROOF_WORDS[value] }))}
        onChange={(value) => onChange({ proof: value })}
      />
      <TextField
        label={ACTS.proofText}
        hint={ACTS.proofTextHint}
        value={proofText}
        onChange={(text) => onChange({ proofText: text })}
        error={asked && isProofMissing(shown) ? ACTS.proofTextRequired : null}
      />
    </>
  )
}

type ProofFieldsProps = { shown: Proof; asked: boolean; onChange: (part: Partial<Proof>) => void }
