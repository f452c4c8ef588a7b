import { z } from 'zod'
import { InstantText, ShortText } from '../domain/shapes/basic.ts'

/** A set of software with a free seat; none for an exam that needs none. */
const OpenOffer = z.object({ examCode: ShortText, software: z.array(ShortText).max(20) })

/** A centre nearby that still has seats for a session, as HQ says. */
export const OfferingCentre = z.object({
  name: ShortText,
  town: ShortText,
  department: ShortText,
  offers: z.array(OpenOffer).max(200),
})
export type OfferingCentre = z.infer<typeof OfferingCentre>

/** The nearest first. */
export const OfferingCentres = z.array(OfferingCentre).max(40)

/** Where else somebody who is refused can ask, as HQ said when this PC last asked it. */
export const OtherCentres = z.object({ askedAt: InstantText, centres: OfferingCentres })
export type OtherCentres = z.infer<typeof OtherCentres>
