import type { Hq } from './hq.ts'

/** `name`: of its line in the log, and of the report when it fails. `work` tells how many things it dealt with. */
export type RegularWork = { name: string; everyMs: number; work: () => Promise<number> }

/**
 * Does some work of HQ's now, then again and again, never twice at a time. What fails is reported, and tried again the next time.
 * @returns what ends it, once what is under way is done
 */
export function doRegularly(
  { reportBug, log }: Pick<Hq, 'reportBug' | 'log'>,
  { name, everyMs, work }: RegularWork,
): () => Promise<void> {
  let running = Promise.resolve()
  const run = () => {
    running = running
      .then(work)
      .then((count) => log?.[count > 0 ? 'info' : 'debug']({ count }, name))
      .catch((error: unknown) => reportBug(error, name))
  }
  run()
  const timer = setInterval(run, everyMs).unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}
