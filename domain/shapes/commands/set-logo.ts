import { z } from 'zod'
import { Uuid } from '../basic.ts'
import { LogoImage } from '../logo.ts'

export const SetLogoArgs = z.object({
  /** The image that the centre saw; null: none. */
  from: Uuid.nullable(),
  /** What takes its place; null: none. */
  image: LogoImage.nullable(),
})
export type SetLogoArgs = z.infer<typeof SetLogoArgs>
