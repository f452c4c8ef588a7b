import { UNDO_SECONDS } from '../../domain/commands.ts'
import type { Instant } from '../../domain/time.ts'
import type { ClockReading } from '../desk-clock.ts'

/** An « Annuler », and until when by the desk's clock. */
export type Undo = { until: Instant; takeBack: () => void }
/** What else can be done about what was just done: « Rouvrir », « Voir le mail ». */
export type Offer = { words: string; run: () => void }
/** `shownAt`: in the milliseconds of `performance.now()`. */
export type Toast = { id: number; message: string; undo: Undo | null; offers: readonly Offer[]; shownAt: number }

const SHOWN_SECONDS = 6
/** Time to read, choose and reach. */
const OFFERED_SECONDS = 12
/** Older ones wait behind « + 2 ». */
const MOST_SEEN = 3

/** With one more: older words give way to newer ones, an « Annuler » gives way to nothing. */
export function withToast(toasts: readonly Toast[], toast: Toast): Toast[] {
  return [...toasts.filter(({ undo }) => undo !== null), toast]
}

/**
 * When a toast goes, in the milliseconds of `performance.now()`. One with « Annuler » lives until the desk's clock says that it is
 * too late, and never longer than UNDO_SECONDS.
 */
export function endOf({ undo, offers, shownAt }: Toast, reading: ClockReading | null): number {
  if (!undo) return shownAt + (offers.length > 0 ? OFFERED_SECONDS : SHOWN_SECONDS) * 1000
  const longest = shownAt + UNDO_SECONDS * 1000
  if (!reading) return longest
  const end = reading.askedAt + Date.parse(undo.until) - Date.parse(reading.now)
  // The answer itself said that there was time left: a reading from before it knows less than the next one will.
  if (end <= shownAt && reading.askedAt <= shownAt) return longest
  return Math.min(longest, end)
}

/** Those to show, oldest first, and how many older ones stand behind them. */
export function seenOf(toasts: readonly Toast[], unfolded: boolean): { seen: readonly Toast[]; behind: number } {
  const behind = Math.max(0, toasts.length - MOST_SEEN)
  return { seen: unfolded ? toasts : toasts.slice(behind), behind }
}
