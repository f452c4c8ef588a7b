import { z } from 'zod'
import { LOGO_FAULTS } from '../domain/logo.ts'
import { WORDING_KINDS } from '../domain/placeholders.ts'
import { Signatory } from '../domain/shapes/catalogue.ts'
import { LogoImage } from '../domain/shapes/logo.ts'
import { MOST_WORDING } from '../domain/wording.ts'

/** What is being typed of a paper; what is absent is as it is saved, and null the original, nobody. */
export const PaperPreview = z.object({
  kind: z.enum(WORDING_KINDS),
  text: z.string().max(MOST_WORDING).nullable().optional(),
  signatory: Signatory.nullable().optional(),
})
export type PaperPreview = z.infer<typeof PaperPreview>

/** A file chosen as a logo: the image, or why it cannot be one. */
export const LogoChosen = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), image: LogoImage }),
  z.object({ ok: z.literal(false), code: z.enum([...LOGO_FAULTS, 'not-read']) }),
])
export type LogoChosen = z.infer<typeof LogoChosen>
