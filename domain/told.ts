import type { Write } from './entities.ts'

/**
 * What a decision was about, told to every PC of the centre with its outcome: `about` by request, candidate, offering, centre or session,
 * `entryIds` the entries that it changed, `told` what a line of history says. It stays when
 * a candidate is forgotten: no name, no address is put in it; a reason is in the words of whoever gave it.
 */
export type Told = { about: string[]; entryIds: string[]; told: Record<string, string | number> }

/** Arguments that a line of history says. */
const SAID = ['reason', 'kind', 'agreement', 'deadlineOn', 'proof', 'seats', 'heldOn', 'startsAtLocal', 'room'] as const
/** As much of one as a line shows. */
const LONGEST = 200

/** @param args of the command @param writes the rows that it changed */
export function toldOf(args: Readonly<Record<string, unknown>>, writes: readonly Write[]): Told {
  const told: Told['told'] = {}
  for (const name of SAID) {
    const value = args[name]
    if (typeof value === 'number') told[name] = value
    if (typeof value === 'string') told[name] = value.slice(0, LONGEST)
  }
  const { changes } = args
  if (typeof changes === 'object' && changes !== null)
    told.fields = Object.keys(changes).sort().join(' ').slice(0, LONGEST)
  return {
    about: [...new Set(writes.flatMap((write) => aboutOf(write) ?? []))],
    entryIds: writes.flatMap(({ entity, value }) => (entity === 'entry' ? value.id : [])),
    told,
  }
}

function aboutOf({ entity, value }: Write): string | null {
  if (entity === 'entry') return `request/${value.requestId}`
  if (entity === 'candidate' || entity === 'offering') return `${entity}/${value.id}`
  if (entity === 'sitting') return `offering/${value.offeringId}`
  if (entity === 'centreSettings' || entity === 'centreLogo') return `centre/${value.id}`
  return entity === 'dataCheck' ? `examSession/${value.sessionId}` : null
}
