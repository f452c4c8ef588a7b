import { z } from 'zod'
import { ShortText } from '../domain/shapes/basic.ts'
import { KEPT_LIMIT } from './limits.ts'

/** Keys that begin so hold half-typed forms: forgotten once nobody has touched them for `DRAFT_DAYS` days. */
export const DRAFT_PREFIX = 'draft.'
export const DRAFT_DAYS = 30

const KeptValue = z.object({
  key: ShortText.min(1),
  /** Null: nothing is kept under this key. */
  value: z.json().refine((value) => JSON.stringify(value).length <= KEPT_LIMIT),
})
export type KeptValue = z.infer<typeof KeptValue>

export const KeptValues = z.array(KeptValue).max(5000)
