import { z } from 'zod'
import { ShortText } from '../domain/shapes.ts'

/** Keys that begin so hold half-typed forms: forgotten once nobody has touched them for `DRAFT_DAYS` days. */
export const DRAFT_PREFIX = 'draft.'
export const DRAFT_DAYS = 30

/** How long a value may be as JSON text; the window keeps a longer one for as long as it is open. */
export const KEPT_LIMIT = 65_536

const KeptValue = z.object({
  key: ShortText.min(1),
  /** Null: nothing is kept under this key. */
  value: z.json().refine((value) => JSON.stringify(value).length <= KEPT_LIMIT),
})
export type KeptValue = z.infer<typeof KeptValue>

export const KeptValues = z.array(KeptValue).max(5000)
