import type { TroubleCode } from '../../contract/refusals.ts'

export type ScheduleOptions = {
  run: () => Promise<TroubleCode | null>
  /**
   * Waits at HQ for something new, so many seconds at most, and takes it in. Trouble is found again, and noted, by `run`; `not-yet`:
   * there is nobody to listen to before this PC is enrolled.
   */
  listen: (seconds: number) => Promise<TroubleCode | 'not-yet' | null>
  /** Milliseconds until the next waiting command may leave, null when none waits. */
  untilNextSend: () => Promise<number | null>
  /** A number in [0, 1): spreads the centres' retries after an outage. */
  random: () => number
  onError: (error: unknown) => void
}

export type Schedule = {
  start(): void
  /** Resolves when nothing of it runs any more. What is held at HQ must be aborted by whoever stops this. */
  stop(): Promise<void>
  setVisible(visible: boolean): void
  /** Exchanges at once: a person asked, or the network is back. Rejects only on a bug. */
  now(): Promise<TroubleCode | null>
  /** Something was done at the desk: look again at what waits and when it may leave. */
  poke(): void
}

/** A net: while HQ holds a request of ours, it tells what is new by itself. */
export const PAUSE_MS = 5 * 60_000
const FIRST_RETRY_MS = 3_000
const LAST_RETRY_MS = 2 * 60_000
/** Below what proxies commonly cut. */
export const LISTEN_SECONDS = 50
/** Between two held requests: an HQ that answers at once each time must not be asked without end. */
export const LISTEN_GAP_MS = 500

/**
 * When to exchange: at the start, when a command becomes due (ten seconds after a decision, at once after a fact), every five minutes all
 * the same, and after a failure with growing, jittered pauses. While exchanges succeed, one request stays held at HQ, so that what
 * another PC or a candidate does is here within a second.
 */
export function createSchedule({ run, listen, untilNextSend, random, onError }: ScheduleOptions): Schedule {
  let timer: NodeJS.Timeout | null = null
  let stopped = true
  let visible = true
  let failures = 0
  /** Held requests in a row that were not answered. */
  let cuts = 0
  let underWay: Promise<TroubleCode | null> | null = null
  let running: Promise<unknown> = Promise.resolve()
  let listening: Promise<void> | null = null
  let endGap: (() => void) | null = null

  function wait(ms: number): void {
    if (stopped) return
    if (timer) clearTimeout(timer)
    timer = setTimeout(() => {
      turn().catch(onError)
    }, ms)
  }

  /** One exchange, then the pause that its result calls for. One asked for by a person counts as any other. */
  function turn(): Promise<TroubleCode | null> {
    if (underWay) return underWay
    const exchanged = exchange().finally(() => {
      underWay = null
    })
    underWay = exchanged
    running = Promise.allSettled([running, exchanged]).then(() => undefined)
    return exchanged
  }

  async function exchange(): Promise<TroubleCode | null> {
    try {
      const trouble = await run()
      failures = trouble === null ? 0 : failures + 1
      if (trouble === null && !stopped) startListening()
      return trouble
    } catch (error) {
      failures++
      throw error
    } finally {
      await plan()
    }
  }

  function startListening(): void {
    listening ??= attend().finally(() => {
      listening = null
    })
  }

  /** Keeps a request at HQ for as long as exchanges succeed. */
  async function attend(): Promise<void> {
    while (!stopped && failures === 0) {
      const trouble = await listen(LISTEN_SECONDS).catch(onError)
      if (stopped || trouble === 'not-yet') return
      if (!trouble) {
        cuts = 0
        await gap()
        continue
      }
      // A proxy may have cut it, or the network is gone: an exchange will tell, and take it up again if all is well. One that cuts
      // every held request at once must not make an exchange of each.
      cuts++
      if (failures === 0) wait(pauseAfter(cuts))
      return
    }
  }

  async function gap(): Promise<void> {
    await new Promise<void>((resolve) => {
      const timeout = setTimeout(resolve, LISTEN_GAP_MS)
      endGap = () => {
        clearTimeout(timeout)
        resolve()
      }
    })
    endGap = null
  }

  async function plan(): Promise<void> {
    if (stopped) return
    if (failures > 0) return wait(pauseAfter(failures))
    const pause = cuts > 0 && listening === null ? pauseAfter(cuts) : PAUSE_MS
    const due = await untilNextSend()
    // Half a second at least: a clock that stands still must not turn this into a busy loop.
    wait(due === null ? pause : Math.min(pause, Math.max(500, due)))
  }

  function pauseAfter(failed: number): number {
    const retry = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failed - 1))
    return retry * (0.5 + random() / 2)
  }

  return {
    start() {
      stopped = false
      wait(0)
    },
    async stop() {
      stopped = true
      if (timer) clearTimeout(timer)
      endGap?.()
      await running
      await listening
    },
    setVisible(now) {
      if (now && !visible) wait(0)
      visible = now
    },
    now: turn,
    poke() {
      if (failures === 0) running = running.then(plan).catch(onError)
    },
  }
}
