import { FAULTS } from '../../text/pages/faults.ts'
import type { SaidFault } from '../form/error-summary.tsx'
import { newPasswordFaults, type TypedPassword } from '../form/new-password-faults.ts'
import type { Draft } from './draft.ts'
import { contactFaults, examFaults, identityFaults, type Known, placeFaults, situationFaults } from './step-faults.ts'
import { STEPS, type Step } from './steps.ts'
import { nirFault } from './typed-nir.ts'

/** `nir` as it was typed, null where it is not asked: like the password, in no draft. */
export type KnownOfForm = Known & { password: TypedPassword; nir: string | null }

/** What is wrong in a step as it stands, in the order of its fields. */
export function faultsOfStep(step: Step, draft: Draft, known: KnownOfForm): SaidFault[] {
  switch (step) {
    case 'epreuves':
      return examFaults(draft, known)
    case 'lieu':
      return placeFaults(draft, known)
    case 'identite':
      return [...identityFaults(draft, known.now), ...nirFaults(known.nir)]
    case 'coordonnees':
      return contactFaults(draft)
    case 'situation':
      return situationFaults(draft)
    case 'compte':
      return [
        ...newPasswordFaults(known.password),
        ...(draft.informed ? [] : [{ field: 'informed', sentence: FAULTS.notInformed }]),
      ]
    case 'recapitulatif':
      return []
  }
}

function nirFaults(typed: string | null): SaidFault[] {
  const sentence = nirFault(typed)
  return sentence === null ? [] : [{ field: 'nir', sentence }]
}

/** The first step that does not hold yet; the summary when all of them do. */
export function firstUnfinished(draft: Draft, known: KnownOfForm): Step {
  return STEPS.find((step) => faultsOfStep(step, draft, known).length > 0) ?? 'recapitulatif'
}
