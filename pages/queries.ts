import { QueryClient, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { CatalogueAnswer, CentresAnswer, CommunesAnswer, MeAnswer } from '../contract/candidate-pages.ts'
import { ask, type Failure } from './api.ts'
import { noteHqClock } from './hq-clock.ts'

/** What could not be read, for the screen that shows it in its place. */
export class Unread extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.code)
    this.failure = failure
  }
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: (times, error) => error instanceof Unread && error.failure.code === 'unreachable' && times < 2,
      staleTime: 60_000,
    },
  },
})

/** What HQ answers, in the contract's shape. @throws Unread */
export async function read<S extends z.ZodType>(path: string, shape: S): Promise<z.infer<S>> {
  const askedAt = performance.now()
  const answer = await ask(path, shape)
  if (!answer.done) throw new Unread(answer.failure)
  noteClock(answer.value, askedAt)
  return answer.value
}

function noteClock(value: unknown, askedAt: number): void {
  if (typeof value === 'object' && value !== null && 'now' in value) noteHqClock(String(value.now), askedAt)
}

/** Sessions and exams that can be asked for, or soon. Read again now and then: windows open and close. */
export function useCatalogue() {
  return useQuery({
    queryKey: ['catalogue'],
    queryFn: () => read('catalogue', CatalogueAnswer),
    refetchInterval: 5 * 60_000,
  })
}

export type CentresSought = { sessionId: string; examIds: readonly string[]; department: string }

/** Centres that run all these exams there; `null` waits for the question. Seats are of the moment: always asked anew. */
export function useCentres(sought: CentresSought | null) {
  const exams = [...(sought?.examIds ?? [])].sort().join(',')
  const query = new URLSearchParams({ session: sought?.sessionId ?? '', exams, department: sought?.department ?? '' })
  return useQuery({
    queryKey: ['centres', query.toString()],
    queryFn: () => read(`centres?${query}`, CentresAnswer),
    enabled: sought !== null && exams !== '',
    staleTime: 15_000,
  })
}

const LEAST_TO_SEARCH = 2

/** Communes whose name begins with, or contains, what is typed; nothing is asked before two characters. */
export function useCommunes(typed: string) {
  const text = typed.trim().slice(0, 80)
  return useQuery({
    queryKey: ['communes', text.toLowerCase()],
    queryFn: () => read(`communes?${new URLSearchParams({ q: text })}`, CommunesAnswer),
    enabled: text.length >= LEAST_TO_SEARCH,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
  })
}

/** The signed-in candidate. `not-signed-in` is an answer like another here: the screen leads to the sign-in page. */
export function useMe({ enabled = true }: { enabled?: boolean } = {}) {
  return useQuery({ queryKey: ['me'], queryFn: () => read('me', MeAnswer), enabled, staleTime: 10_000 })
}
