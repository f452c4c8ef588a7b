import { z } from 'zod'

/** How a list to be filled in by hand is laid out: it changes nothing of what the list says. */
const layout = {
  bornOn: z.boolean(),
  nuc: z.boolean(),
  /** By birth name as French people sort names, or in the order in which the requests came. */
  sort: z.enum(['name', 'received']),
  /** Numbered rows left empty at the end, for whoever is added by hand. */
  blankRows: z.int().min(0).max(20),
}

/** `halfDays`: one signature for the morning and one for the afternoon. */
export const AttendanceOptions = z.object({ ...layout, halfDays: z.boolean() })
export type AttendanceOptions = z.infer<typeof AttendanceOptions>
export const RollCallOptions = z.object({ ...layout, phone: z.boolean() })
export type RollCallOptions = z.infer<typeof RollCallOptions>
