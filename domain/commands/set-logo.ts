import { type Decision, decided, refused } from '../decision.ts'
import { type CentreLogo, isLogo } from '../logo.ts'
import type { SetLogoArgs } from '../shapes/commands/set-logo.ts'

/** `logo` null: the centre never had one. */
export type SetLogoFacts = { centreId: string; logo: CentreLogo | null }

/**
 * Changes the logo of the centre's papers, or takes it away. Refuses: not-valid (no image, or one that is not what it says; nothing to
 * take away), value-changed when somebody changed it meanwhile.
 */
export function decideSetLogo({ from, image }: SetLogoArgs, { centreId, logo }: SetLogoFacts): Decision {
  const now = logo?.image?.imageId ?? null
  if (image === null && from === null) return refused('not-valid', { field: 'image' })
  if (image !== null && (image.imageId === from || !isLogo(image))) return refused('not-valid', { field: 'image' })
  if (now !== from && now !== (image?.imageId ?? null)) return refused('value-changed', { field: 'image' })
  return decided({ entity: 'centreLogo', value: { id: centreId, image } })
}
