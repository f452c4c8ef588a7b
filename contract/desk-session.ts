import { z } from 'zod'
import { BigCount, Count, CurrencyCode, Id, InstantText, ShortText } from '../domain/shapes/basic.ts'
import { Software } from '../domain/shapes/catalogue.ts'

/** What the window shows of a session as a whole: what is offered, who waits for it, how far it has come. */

/** A software of the catalogue. `offerings`: how many the centre has, or had, with it, whatever the session. */
export const SoftwareRow = Software.extend({ offerings: BigCount })
export type SoftwareRow = z.infer<typeof SoftwareRow>

/** Somebody who waits for an answer about an offering. */
export const QueueRow = z.object({
  entryId: Id,
  requestId: Id,
  candidateName: ShortText,
  receivedAt: InstantText,
})
export type QueueRow = z.infer<typeof QueueRow>

/** One change of an offering or of its sittings: what HQ applied, whoever did it, and what this PC has still to transmit. */
export const OfferingChange = z.object({
  commandId: Id,
  name: ShortText,
  /** By the clock of the PC on which it was done; by HQ's where that was not told. */
  at: InstantText,
  operatorName: ShortText.nullable(),
  /** waiting: HQ has not judged it yet. doubtful: no longer holds on what HQ has shown since, HQ decides. */
  state: z.enum(['applied', 'waiting', 'doubtful']),
  told: z.record(z.string().max(100), z.union([ShortText, z.number()])),
})
export type OfferingChange = z.infer<typeof OfferingChange>

/** The session in numbers, beside what its offerings say. */
export const SessionSum = z.object({
  requests: BigCount,
  candidates: BigCount,
  /** Asked for without a software yet, by exam. */
  toPlace: z.array(z.object({ examId: Id, count: Count })),
  /** Minor units of the centre's currency. */
  money: z.object({
    currency: CurrencyCode,
    /** The fees of those who hold a seat. */
    expected: BigCount,
    /** What has come in for them. */
    received: BigCount,
    /** What has come in and pays for nothing that holds a seat: owed back, or to be used. */
    beyond: BigCount,
  }),
})
export type SessionSum = z.infer<typeof SessionSum>

/** A file that the person chose where to put. */
export const SavedFile = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), path: z.string().max(4000) }),
  z.object({ ok: z.literal(false), code: z.enum(['cancelled', 'not-found', 'not-written']) }),
])
export type SavedFile = z.infer<typeof SavedFile>
