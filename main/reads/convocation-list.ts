import type { ConvocationList } from '../../contract/desk-papers.ts'
import { CONVOCATION_HINDRANCES } from '../../contract/states.ts'
import type { Db } from '../../db/schema.ts'
import { type ConvocationStanding, readConvocationStandings } from './convocation-standing.ts'

/** The convocations of a session: how many stand where, whom to convene again and why, who cannot be convened and why. */
export async function listConvocations(db: Db, sessionId: string): Promise<ConvocationList> {
  const standings = await readConvocationStandings(db, sessionId)
  const rows = standings.map(({ row }) => row)
  const toReconvene = rows.filter(({ state }) => state === 'outdated')
  // Each person is counted once: what is out of date is shown with what stands against it.
  const others = rows.filter(({ state }) => state !== 'outdated')
  const hindrances = CONVOCATION_HINDRANCES.flatMap((why) => others.filter(({ hindrance }) => hindrance === why))
  const count = (state: (typeof rows)[number]['state']) =>
    others.filter((row) => row.hindrance === null && row.state === state).length
  return {
    ready: rows.filter(({ hindrance }) => hindrance === null).length,
    current: count('current'),
    never: count('never'),
    outdated: toReconvene.length,
    hindered: hindrances.length,
    due: standings.filter(isDue).length,
    toReconvene,
    hindrances,
  }
}

/** To be printed by « Imprimer les N convocations » : new or changed, and nothing against it. */
export function isDue({ row: { state }, today }: ConvocationStanding): boolean {
  return today !== null && (state === 'never' || state === 'outdated')
}
