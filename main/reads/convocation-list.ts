import type { ConvocationList } from '../../contract/desk-papers.ts'
import { CONVOCATION_HINDRANCES } from '../../contract/states.ts'
import type { Db } from '../../db/schema.ts'
import { type ConvocationStanding, readConvocationStandings } from './convocation-standing.ts'

/** The convocations of a session: how many stand where, whom to convene again and why, who cannot be convened and why. */
export async function listConvocations(db: Db, sessionId: string): Promise<ConvocationList> {
  const standings = await readConvocationStandings(db, sessionId)
  const rows = standings.map(({ row }) => row)
  const count = (state: (typeof rows)[number]['state']) => rows.filter((row) => row.state === state).length
  return {
    ready: rows.filter(({ hindrance }) => hindrance === null).length,
    current: count('current'),
    never: count('never'),
    outdated: count('outdated'),
    hindered: count('hindered'),
    due: standings.filter(isDue).length,
    toReconvene: rows.filter(({ state }) => state === 'outdated'),
    hindrances: CONVOCATION_HINDRANCES.flatMap((why) => rows.filter(({ hindrance }) => hindrance === why)),
  }
}

/** To be printed by « Imprimer les N à jour » : new or changed, and nothing against it. */
export function isDue({ row: { state }, today }: ConvocationStanding): boolean {
  return today !== null && (state === 'never' || state === 'outdated')
}
