import type { CDPSession } from 'playwright'

/** Milliseconds of processor time of the page's own thread: what others do on the machine does not count. */
export type ThreadTime = { all: number; script: number; layout: number; style: number }

/** What some work took of the page's thread. */
export async function threadTimeOf(cdp: CDPSession, work: () => Promise<unknown>): Promise<ThreadTime> {
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  const before = await read(cdp)
  await work()
  const after = await read(cdp)
  await cdp.send('Performance.disable')
  const spent = (name: string) => ((after.get(name) ?? 0) - (before.get(name) ?? 0)) * 1000
  return {
    all: spent('TaskDuration'),
    script: spent('ScriptDuration'),
    layout: spent('LayoutDuration'),
    style: spent('RecalcStyleDuration'),
  }
}

async function read(cdp: CDPSession): Promise<Map<string, number>> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return new Map(metrics.map(({ name, value }) => [name, value]))
}
