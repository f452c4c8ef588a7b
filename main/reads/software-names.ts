import type { Software } from '../../domain/catalogue.ts'

/** What the software of an offering is called, or its id when this PC does not know it. */
export function softwareNames(
  offering: { softwareIds: readonly string[] } | undefined,
  software: ReadonlyMap<string, Software>,
): string[] {
  return (offering?.softwareIds ?? []).map((id) => software.get(id)?.name ?? id)
}
