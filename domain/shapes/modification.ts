import { z } from 'zod'
import { Id } from './basic.ts'
import { Contact, Funding, Situation } from './registration.ts'

export const ModifiedContact = Contact.omit({ email: true })
export type ModifiedContact = z.infer<typeof ModifiedContact>

/** All of it as it is to be, changed or not; of `software` only what changes. */
export const Modification = z.object({
  contact: ModifiedContact,
  situation: Situation,
  funding: Funding,
  software: z.array(z.object({ entryId: Id, offeringId: Id })).max(20),
  /** Ticked when the software changes. */
  softwareAccepted: z.boolean(),
})
export type Modification = z.infer<typeof Modification>
