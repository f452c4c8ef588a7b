import { keepPreviousData, notifyManager, QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Api, CallName, Input, Output } from '../contract/ipc.ts'
import { noteDeskClock } from './desk-clock.ts'

/** The only way out of the window; the preload put it there before the page began. */
export const api: Api = (window as unknown as { api: Api }).api

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // Rows come from this PC: what the browser believes of the network must not hold them back.
      networkMode: 'always',
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
    },
  },
})

// Rows that have come are drawn in the task that brought them, not in one of their own after whatever else waits.
notifyManager.setScheduler(queueMicrotask)

type ReadName =
  | 'desk.state'
  | 'desk.about'
  | 'desk.counts'
  | 'request.rows'
  | 'request.payable'
  | 'request.page'
  | 'today.read'
  | 'payment.read'
  | 'payment.unpaid-without'
  | 'logo.read'
  | 'attendance.of'
  | 'credit.targets'
  | 'statement.read'
  | 'statement.search'
  | 'convocation.of'
  | Extract<CallName, `${string}.list` | `${string}.queue` | `${string}.history` | `${string}.sum` | `${string}.file`>

/** How often the desk's clock, and what turns with it, is read again when nothing else happens, in milliseconds. */
const CLOCK_INTERVAL = 30_000
const TURNS_WITH_THE_CLOCK: ReadonlySet<ReadName> = new Set(['desk.state', 'desk.counts', 'today.read'])

async function read<N extends ReadName>(name: N, input: Input<N>): Promise<Output<N>> {
  const askedAt = performance.now()
  const rows = await api.call(name, input)
  if (name === 'desk.state') noteDeskClock((rows as Output<'desk.state'>).now, askedAt)
  return rows
}

/**
 * Rows for a screen, read again whenever the desk says that something changed. `input: null` waits.
 * @param keep shows what the input before was answered until this one is (`isPlaceholderData`)
 */
export function useRows<N extends ReadName>(name: N, input: Input<N> | null, { keep = false } = {}) {
  return useQuery<Output<N>>({
    queryKey: [name, input],
    queryFn: () => read(name, input as Input<N>),
    enabled: input !== null,
    ...(keep ? { placeholderData: keepPreviousData as never } : {}),
    refetchInterval: TURNS_WITH_THE_CLOCK.has(name) ? CLOCK_INTERVAL : false,
  })
}

/** Begins to read what is about to be drawn, without waiting for it to be: `useRows` then finds its rows, or waits for them. */
export function readAhead<N extends ReadName>(name: N, input: Input<N>): void {
  void queryClient.prefetchQuery({ queryKey: [name, input], queryFn: () => read(name, input) })
}

/** Reads again what is on the screen when the desk signals a change. Once, at the top of the window. */
export function useDeskSignals(): void {
  const client = useQueryClient()
  useEffect(
    () =>
      api.on('desk.changed', ({ what }) => {
        // A bug's exception is caught by each query and shown where its rows would be.
        if (what === 'freshness') void client.invalidateQueries({ queryKey: ['desk.state'] })
        else void readRows(client)
      }),
    [client],
  )
  useEffect(() => {
    // The network is back: no need to wait for the next try.
    // An exchange that fails is told by the freshness it leaves behind.
    const exchange = () => void api.call('sync.now', {}).catch(() => {})
    window.addEventListener('online', exchange)
    return () => window.removeEventListener('online', exchange)
  }, [])
}

/** What a hand works on, then the list around it, then all else; last what counts the whole session. */
const TURNS: readonly (readonly ReadName[])[] = [
  ['request.file', 'candidate.file'],
  ['request.page', 'request.rows'],
]
const LAST: ReadName = 'today.read'

function turnOf(name: unknown): number {
  const turn = TURNS.findIndex((names) => names.includes(name as ReadName))
  if (turn >= 0) return turn
  return name === LAST ? TURNS.length + 1 : TURNS.length
}

/** Main answers one question after the other: what a hand works on is asked first, and all else waits until that was answered. */
async function readRows(client: QueryClient, options: { cancelRefetch?: boolean } = {}): Promise<void> {
  const read = (turn: number) =>
    client.invalidateQueries({ predicate: ({ queryKey: [name] }) => turnOf(name) === turn }, options)
  await Promise.all(TURNS.map((_, turn) => read(turn)))
  await read(TURNS.length)
  await read(TURNS.length + 1)
}

/**
 * Reads again everything on the screen, without waiting for the signal: the click was answered. What is being read already, since the
 * signal came first, is not read twice.
 */
export function readAgain(): void {
  void readRows(queryClient, { cancelRefetch: false })
}
