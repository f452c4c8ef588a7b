import { z } from 'zod'
import { CURRENCIES } from '../money.ts'
import { ID_LENGTH, LONG_LENGTH, SHORT_LENGTH } from '../text-lengths.ts'
import { isInstant, toLocalDate } from '../time.ts'

/** Building blocks of every row and command. Limits are generous for people and small for accidents: a 5 MB "name" is refused at the wall. */

export const Id = z.string().min(1).max(ID_LENGTH)
/** Ids drawn by us: UUIDv7, so that they sort by the moment they were drawn. */
export const Uuid = z.uuid()
/** UTC instant, always with milliseconds, so that text order is time order. */
export const InstantText = z.string().max(24).refine(isInstant)
export const LocalDateText = z.iso.date()
export const LocalTimeText = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
/** An IANA zone that this machine knows: one that it does not would break every date shown. */
export const TimeZoneText = z.string().max(64).refine(isKnownZone)
export const ShortText = z.string().max(SHORT_LENGTH)
export const LongText = z.string().max(LONG_LENGTH)
export const CurrencyCode = z.enum(CURRENCIES)
/** Minor units (cents for EUR, francs for XPF). */
export const MinorUnits = z.int().min(-1_000_000_000).max(1_000_000_000)
export const Count = z.int().min(0).max(100_000)
/** Rows of a whole centre, or commands of a PC over the years: no limit that a big one could meet. */
export const BigCount = z.int().min(0)

function isKnownZone(zone: string): boolean {
  try {
    return toLocalDate('2026-01-01T00:00:00.000Z', zone) !== ''
  } catch {
    return false
  }
}
