import type { TroubleCode } from '../../contract/desk.ts'

export type ScheduleOptions = {
  run: () => Promise<TroubleCode | null>
  /** Milliseconds until the next waiting command may leave, null when none waits. */
  untilNextSend: () => Promise<number | null>
  /** A number in [0, 1): spreads the centres' retries after an outage. */
  random: () => number
  onError: (error: unknown) => void
}

export type Schedule = {
  start(): void
  /** Resolves when nothing of it runs any more. */
  stop(): Promise<void>
  setVisible(visible: boolean): void
  /** Exchanges at once: a person asked, or the network is back. Rejects only on a bug. */
  now(): Promise<TroubleCode | null>
  /** Something was done at the desk: look again at what waits and when it may leave. */
  poke(): void
}

const VISIBLE_MS = 30_000
const HIDDEN_MS = 5 * 60_000
const FIRST_RETRY_MS = 3_000
const LAST_RETRY_MS = 2 * 60_000

/**
 * When to exchange: at the start, every 30 s while the window is seen, when a command becomes due (ten seconds after a decision, at once
 * after a fact), and after a failure with growing, jittered pauses.
 */
export function createSchedule({ run, untilNextSend, random, onError }: ScheduleOptions): Schedule {
  let timer: NodeJS.Timeout | null = null
  let stopped = true
  let visible = true
  let failures = 0
  let underWay: Promise<TroubleCode | null> | null = null
  let running: Promise<unknown> = Promise.resolve()

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
      return trouble
    } catch (error) {
      failures++
      throw error
    } finally {
      await plan()
    }
  }

  async function plan(): Promise<void> {
    if (stopped) return
    const pause = visible ? VISIBLE_MS : HIDDEN_MS
    if (failures > 0) {
      const retry = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1))
      return wait(retry * (0.5 + random() / 2))
    }
    const due = await untilNextSend()
    // Half a second at least: a clock that stands still must not turn this into a busy loop.
    wait(due === null ? pause : Math.min(pause, Math.max(500, due)))
  }

  return {
    start() {
      stopped = false
      wait(0)
    },
    async stop() {
      stopped = true
      if (timer) clearTimeout(timer)
      await running
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
