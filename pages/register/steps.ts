/** The steps of a request, in order, named as in the page's address (`?etape=`). */
export const STEPS = ['epreuves', 'lieu', 'identite', 'coordonnees', 'situation', 'compte', 'recapitulatif'] as const
export type Step = (typeof STEPS)[number]

/** The step that an address names; the first one when it names none. */
export function stepOf(text: string | null): Step {
  return STEPS.find((step) => step === text) ?? STEPS[0]
}

export function stepNumber(step: Step): number {
  return STEPS.indexOf(step) + 1
}

export function nextStep(step: Step): Step {
  return STEPS[STEPS.indexOf(step) + 1] ?? 'recapitulatif'
}

export function previousStep(step: Step): Step | null {
  return STEPS[STEPS.indexOf(step) - 1] ?? null
}

/** How the address of a step is written. */
export function stepAddress(step: Step): string {
  return `/inscription?etape=${step}`
}
