import { z } from 'zod'
import { LOGO_TYPES, LONGEST_LOGO, MOST_LOGO_PIXELS } from '../logo.ts'
import { Id, Uuid } from './basic.ts'

const Pixels = z.int().min(1).max(MOST_LOGO_PIXELS)

export const LogoImage = z.object({
  /** Drawn when it is chosen: two images are told apart by it. */
  imageId: Uuid,
  type: z.enum(LOGO_TYPES),
  /** The file itself, in base64. */
  data: z.string().min(4).max(LONGEST_LOGO),
  width: Pixels,
  height: Pixels,
})
export type LogoImage = z.infer<typeof LogoImage>

/** The centre's logo, on its papers. Same id as the centre; a row of its own, so that it does not travel with each change of a text. */
export const CentreLogo = z.object({ id: Id, image: LogoImage.nullable() })
export type CentreLogo = z.infer<typeof CentreLogo>
