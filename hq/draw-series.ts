import type { Tx } from './db/open.ts'

/** The first receipt series free in a centre: A to Z, then AA to ZZ. Nobody else draws one there until the transaction ends. */
export async function drawSeries(tx: Tx, centreId: string): Promise<string> {
  await tx.selectFrom('centre').select('id').where('id', '=', centreId).forNoKeyUpdate().execute()
  const taken = await tx.selectFrom('device').select('series').where('centreId', '=', centreId).execute()
  return firstFree(new Set(taken.map((device) => device.series)))
}

function firstFree(taken: ReadonlySet<string>): string {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
  const series = [...letters, ...letters.flatMap((first) => letters.map((second) => first + second))]
  const free = series.find((candidate) => !taken.has(candidate))
  if (!free) throw new Error('A centre with more than 702 devices')
  return free
}
