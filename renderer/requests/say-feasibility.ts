import type { RequestRow } from '../../contract/desk.ts'
import { freeSeats } from '../../domain/seats.ts'
import { sayRefusal } from '../../text/fr.ts'
import { REQUESTS, WHY_NOT_WORDS } from '../../text/screens/requests.ts'
import type { ReadyDesk } from '../frame/office.tsx'
import {
  type Answer,
  alternativesTo,
  judgePrevalidation,
  type Seats,
  softwareName,
  turnsOf,
  waitingEntries,
} from './feasibility.ts'

/** What is said of a request that waits for an answer: its first words, what stands below them, and the whole as a sentence. */
export type Feasibility = {
  possible: boolean
  /** `later`: possible now, but others who asked before would take all seats. */
  tone: 'ok' | 'later' | 'no'
  head: string
  /** Short lines for a column. */
  lines: readonly string[]
  /** « Oui : 4 places sur 12 en ASCA-E1 (CIEL COMPTABILITE) » */
  sentence: string
  /** Something about these seats is still on its way: the numbers are an estimate. */
  estimate: boolean
}

/**
 * Whether a request could be pre-validated now, in words, with the seats left; null when it waits for no answer.
 * @param short how an exam is called in a narrow column
 */
export function sayFeasibility(
  desk: ReadyDesk,
  seats: Seats,
  request: RequestRow,
  short: (examCode: string) => string,
): Feasibility | null {
  const waiting = waitingEntries(request)
  if (waiting.length === 0) return null
  const offered = waiting.flatMap((entry) => {
    const offering = entry.offeringId ? seats.offerings.get(entry.offeringId) : undefined
    return offering ? [{ entry, offering, free: freeSeats(offering.seats, offering.used) }] : []
  })
  const estimate = offered.some(({ offering }) => offering.pending)
  const answer = judgePrevalidation(desk, seats, waiting)
  if (answer.ok) {
    const parts = offered.map(({ entry, offering, free }, index) =>
      REQUESTS.seatsOfExam(free, offering.seats, entry.examCode, offering.software.join(', '), index === 0),
    )
    const turns = turnsOf(seats, request)
    const isTurn = turns.every((one) => one.isTurn)
    const fought = new Set(turns.map(({ entry }) => entry.id))
    const only = waiting.length === 1
    return {
      possible: true,
      tone: isTurn ? 'ok' : 'later',
      head: turns.length === 0 ? REQUESTS.yes : isTurn ? REQUESTS.itsTurn : REQUESTS.notItsTurn,
      lines: [
        offered
          .filter(({ entry }) => !fought.has(entry.id))
          .map(({ entry, free }) => REQUESTS.freeOf(short(entry.examCode), free))
          .join(' · '),
        ...turns.map((one) => REQUESTS.wantedBy(only ? null : short(one.entry.examCode), one.waiting, one.free)),
      ].filter(Boolean),
      sentence: [
        parts.length > 0 ? REQUESTS.yesWith(parts) : REQUESTS.yes,
        ...turns.map((one) => REQUESTS.wantedSaid(only ? null : one.entry.examCode, one)),
      ].join('\u00a0; '),
      estimate,
    }
  }
  const several = waiting.length > 1
  const possible = waiting.filter((entry) => judgePrevalidation(desk, seats, [entry]).ok)
  const others = answer.offering ? alternativesTo(answer.offering, seats) : []
  const partly = possible.length > 0 && possible.length < waiting.length
  const codes = (say: (code: string) => string) => possible.map(({ examCode }) => say(examCode)).join(', ')
  return {
    possible: false,
    tone: 'no',
    head: REQUESTS.no(whyNot(answer, several ? short : null)),
    lines: [
      ...(partly ? [REQUESTS.partly(codes(short))] : []),
      ...others.map(({ software, free }) => REQUESTS.freeInstead(software, free)),
    ],
    sentence: REQUESTS.noWith(whyNot(answer, several ? (code) => code : null), [
      ...(partly ? [REQUESTS.partlySaid(codes((code) => code))] : []),
      ...others.map(({ software, free }) => REQUESTS.freeWith(software, free)),
    ]),
    estimate,
  }
}

type No = Extract<Answer, { ok: false }>

function whyNot({ refusal, examCode }: No, nameOf: ((code: string) => string) | null): string {
  const words = WHY_NOT_WORDS[refusal.code] ?? sayRefusal(refusal).replace(/\.$/, '')
  return nameOf && examCode ? `${words} (${nameOf(examCode)})` : words
}

/** Why one request of several cannot be, in a sentence that names the software. */
export function sayWhyNot({ refusal, offering }: Pick<No, 'refusal' | 'offering'>): string {
  return sayRefusal(refusal, { offering: offering ? softwareName(offering) : undefined })
}
