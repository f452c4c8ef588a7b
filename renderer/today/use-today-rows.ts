import { useMemo, useState } from 'react'
import type { Today } from '../../contract/desk-today.ts'
import { useRows } from '../api.ts'
import { useOffice } from '../frame/office.tsx'
import { groupKey } from './group-line.tsx'
import { mostWanted } from './most-wanted.ts'
import type { Steady } from './steady-rows.ts'
import { useSteady } from './use-steady.ts'

/** How many lines of each kind stand there before « Tous ». */
const MOST = { reviews: 3, deadlines: 5, groups: 5, payers: 3, bounced: 3, voided: 3, seats: 6, identities: 3 } as const

/** Sections of which those reminded today are told only when they are asked for. */
export type Folded = 'deadlines' | 'bounced' | 'voided'

export type TodayRows = ReturnType<typeof useTodayRows>

/**
 * The lines of the screen, kind by kind, and their keys in the order in which they are read.
 * @param near a pointer is about to click: what waits stays where it is
 */
export function useTodayRows(today: Today, near: boolean) {
  const { session } = useOffice()
  const [unfolded, setUnfolded] = useState<readonly Folded[]>([])
  const [allFiles, setAllFiles] = useState(false)
  const files = useRows('identity.list', allFiles ? { sessionId: session.id } : null).data
  const { reviews, deadlines, requests, payers, bounced, voided, identities, dataCheck } = today
  const rows = {
    reviews: useFirst(reviews.rows, MOST.reviews, ({ id }) => id, near),
    deadlines: useFirst(deadlines.rows, MOST.deadlines, deadlineKey, near),
    groups: useFirst(requests.groups, MOST.groups, groupKey, near),
    bounced: useFirst(bounced.rows, MOST.bounced, ({ paymentId }) => paymentId, near),
    voided: useFirst(voided.rows, MOST.voided, ({ paymentId }) => paymentId, near),
    payers: useFirst(payers.rows, MOST.payers, ({ organisationId }) => organisationId, near),
    seats: useMemo(() => mostWanted(today.seats, MOST.seats), [today.seats]),
    identities: (allFiles && files) || identities.rows.slice(0, MOST.identities),
  }
  // Just reminded, a line may still stand in its old place.
  const above = new Set(rows.deadlines.map(({ row }) => deadlineKey(row)))
  const isUnfolded = (kind: Folded) => unfolded.includes(kind)
  const reminded = isUnfolded('deadlines') ? deadlines.reminded.filter((row) => !above.has(deadlineKey(row))) : []
  const remindedOf = (kind: 'bounced' | 'voided', steady: readonly Steady<{ paymentId: string }>[]) => {
    const shown = new Set(steady.map(({ row }) => row.paymentId))
    return <T extends { paymentId: string }>(some: readonly T[]) =>
      isUnfolded(kind) ? some.filter(({ paymentId }) => !shown.has(paymentId)) : []
  }
  const bouncedReminded = remindedOf('bounced', rows.bounced)(bounced.reminded)
  const voidedReminded = remindedOf('voided', rows.voided)(voided.reminded)
  const keys = [
    ...here(rows.reviews).map(({ id }) => `review-${id}`),
    ...[...here(rows.deadlines), ...reminded].map((row) => `deadline-${deadlineKey(row)}`),
    ...[...here(rows.bounced), ...bouncedReminded].map(({ paymentId }) => `bounced-${paymentId}`),
    ...[...here(rows.voided), ...voidedReminded].map(({ paymentId }) => `voided-${paymentId}`),
    ...here(rows.groups).map(groupKey),
    ...here(rows.payers).map(({ organisationId }) => `payer-${organisationId}`),
    ...rows.seats.map(({ offeringId }) => `seats-${offeringId}`),
    ...rows.identities.map(({ candidate }) => `identity-${candidate.id}`),
    ...(dataCheck ? ['checks'] : []),
  ]
  const fold = (kind: Folded) =>
    setUnfolded((now) => (now.includes(kind) ? now.filter((one) => one !== kind) : [...now, kind]))
  return { ...rows, reminded, bouncedReminded, voidedReminded, isUnfolded, fold, allFiles, setAllFiles, keys }
}

function deadlineKey({ request }: Today['deadlines']['rows'][number]): string {
  return request.id
}

function useFirst<T>(rows: readonly T[], most: number, keyOf: (row: T) => string, near: boolean): Steady<T>[] {
  const first = useMemo(() => rows.slice(0, most), [rows, most])
  return useSteady(first, keyOf, near)
}

function here<T>(steady: readonly Steady<T>[]): T[] {
  return steady.flatMap(({ row, gone }) => (gone ? [] : [row]))
}
