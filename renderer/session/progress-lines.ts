import type { OfferingRow } from '../../contract/desk.ts'
import type { SessionSum } from '../../contract/desk-session.ts'
import type { Exam } from '../../domain/catalogue.ts'
import { freeSeats } from '../../domain/seats.ts'

/** One line of the picture of a session. `seats` and `free` are null of what has no seats: requests without a software. */
export type ProgressLine = {
  id: string
  examCode: string
  software: readonly string[]
  /** Requests that have no software yet. */
  toPlace: boolean
  open: boolean
  confirmed: number
  held: number
  waiting: number
  seats: number | null
  free: number | null
}

/** Every offering of a session and what waits for a software, by exam; then their total. */
export function progressLines(
  offerings: readonly OfferingRow[],
  toPlace: SessionSum['toPlace'],
  exams: readonly Pick<Exam, 'id' | 'code'>[],
): { lines: ProgressLine[]; total: Omit<ProgressLine, 'id' | 'examCode' | 'software' | 'toPlace' | 'open'> } {
  const offered = offerings.map(
    ({ id, examCode, software, open, confirmed, used, waiting, seats }): ProgressLine => ({
      ...{ id, examCode, software, open, confirmed, waiting, seats },
      toPlace: false,
      held: used - confirmed,
      free: open ? freeSeats(seats, used) : 0,
    }),
  )
  const waiting = toPlace.map(({ examId, count }): ProgressLine => {
    const examCode = exams.find(({ id }) => id === examId)?.code ?? examId
    const none = { confirmed: 0, held: 0, seats: null, free: null }
    return { id: `to-place-${examId}`, examCode, software: [], toPlace: true, open: true, waiting: count, ...none }
  })
  const lines = [...offered, ...waiting].sort(
    (a, b) => a.examCode.localeCompare(b.examCode) || Number(a.toPlace) - Number(b.toPlace),
  )
  const sum = (of: 'confirmed' | 'held' | 'waiting' | 'seats' | 'free') =>
    lines.reduce((total, line) => total + (line[of] ?? 0), 0)
  return {
    lines,
    total: {
      ...{ confirmed: sum('confirmed'), held: sum('held'), waiting: sum('waiting') },
      ...{ seats: sum('seats'), free: sum('free') },
    },
  }
}

/** The longest bar: as many seats, or as many people, as the line that has most. At least 1. */
export function longestOf(lines: readonly ProgressLine[]): number {
  return Math.max(
    1,
    ...lines.map(({ seats, confirmed, held, waiting }) => Math.max(seats ?? 0, confirmed + held + waiting)),
  )
}
