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
  let running: Promise<void> = Promise.resolve()

  function wait(ms: number): void {
    if (stopped) return
    if (timer) clearTimeout(timer)
    timer = setTimeout(() => {
      running = turn().catch(onError)
    }, ms)
  }

  async function turn(): Promise<void> {
    try {
      failures = (await run()) === null ? 0 : failures + 1
    } catch (error) {
      failures++
      onError(error)
    }
    await plan()
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
    poke() {
      if (failures === 0) running = running.then(plan).catch(onError)
    },
  }
}
