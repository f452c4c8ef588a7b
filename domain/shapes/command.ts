import { z } from 'zod'
import { ROLES } from '../catalogue.ts'
import { Id, InstantText, ShortText, Uuid } from './basic.ts'

/** A change, as data. Immutable; the same bytes at the desk, on the wire and at HQ. */
export const Command = z.object({
  id: Uuid,
  v: z.int().min(1),
  deviceId: Id,
  /** Grows by one per device; HQ takes a device's commands in this order. */
  sequence: z.int().min(1),
  operator: z.object({ id: Id, name: ShortText, role: z.enum(ROLES) }),
  /** The desk's clock. It orders nothing and fixes no deadline. */
  at: InstantText,
  name: ShortText,
  args: z.record(z.string(), z.json()),
  dependsOn: z.array(Uuid).max(100),
  sendAfter: InstantText,
})
export type Command = z.infer<typeof Command>
