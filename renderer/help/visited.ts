import type { HelpPlace } from './help-context.ts'

/** The pages seen since the help was opened, as a browser keeps them; `at` is the one shown. */
export type Visited = { places: readonly HelpPlace[]; at: number }

export function visit(first: HelpPlace): Visited {
  return { places: [first], at: 0 }
}

/** A link followed: what lay ahead is forgotten. The place where one already is adds nothing. */
export function visitNext({ places, at }: Visited, next: HelpPlace): Visited {
  const here = places[at]
  if (here?.page === next.page && here.heading === next.heading) return { places, at }
  return { places: [...places.slice(0, at + 1), next], at: at + 1 }
}

/** @param steps -1 for back, 1 for forward; past either end it stays */
export function visitAgain({ places, at }: Visited, steps: 1 | -1): Visited {
  return { places, at: Math.min(places.length - 1, Math.max(0, at + steps)) }
}
