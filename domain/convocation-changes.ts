import type { ConvocationContent } from './shapes/convocation.ts'
import type { ConvocationChange } from './shapes/convocation-changes.ts'

export type { ConvocationChange } from './shapes/convocation-changes.ts'

/**
 * What of a convocation makes the one that was issued worthless when it changes: who is convened, to what, when, where, on which software.
 * The rest (the centre's telephone, a rule's wording) may change without anybody having to be convened again.
 */
export type Convened = Pick<ConvocationContent, 'birthName' | 'usageName' | 'firstNames' | 'bornOn'> & {
  sittings: readonly ConvenedSitting[]
}

export type ConvenedSitting = Omit<ConvocationContent['sittings'][number], 'examLabel'>
type Person = Omit<Convened, 'sittings'>
type Moment = Pick<ConvenedSitting, 'heldOn' | 'startsAtLocal'>

/** What has changed, the person first, then exam by exam; empty when whoever holds the one issued may keep it. */
export function convocationChanges(issued: Convened, today: Convened): ConvocationChange[] {
  const codes = [...new Set([...issued.sittings, ...today.sittings].map(({ examCode }) => examCode))].sort()
  return [
    ...personChanges(issued, today),
    ...codes.flatMap((code) => examChanges(code, of(issued, code), of(today, code))),
  ]
}

function personChanges(issued: Person, today: Person): ConvocationChange[] {
  const changes: ConvocationChange[] = []
  const before = nameOf(issued)
  const after = nameOf(today)
  if (before !== after) changes.push({ what: 'name', before, after })
  if (issued.bornOn !== today.bornOn) changes.push({ what: 'born', before: issued.bornOn, after: today.bornOn })
  return changes
}

/** Both names, for a candidate shows a paper that may bear either. */
function nameOf({ birthName, usageName, firstNames }: Person): string {
  const usage = usageName === null || usageName === birthName ? '' : ` (${usageName})`
  return `${birthName}${usage} ${firstNames}`
}

function of({ sittings }: Convened, code: string): ConvenedSitting[] {
  return sittings.filter(({ examCode }) => examCode === code).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

function keyOf({ heldOn, startsAtLocal, room, endsAtLocal, software }: ConvenedSitting): string {
  return [heldOn, startsAtLocal, room, endsAtLocal, software].join('\n')
}

function examChanges(
  examCode: string,
  issued: readonly ConvenedSitting[],
  today: readonly ConvenedSitting[],
): ConvocationChange[] {
  if (issued.length === 0) return [{ what: 'exam-added', examCode }]
  if (today.length === 0) return [{ what: 'exam-removed', examCode }]
  // Those that stayed as they were are told of no more; the others are compared in the order of their dates.
  const kept = new Set(issued.map(keyOf).filter((key) => today.some((sitting) => keyOf(sitting) === key)))
  const before = issued.filter((sitting) => !kept.has(keyOf(sitting)))
  const after = today.filter((sitting) => !kept.has(keyOf(sitting)))
  return Array.from({ length: Math.max(before.length, after.length) }, (_, index) =>
    sittingChanges(examCode, before[index], after[index]),
  ).flat()
}

function sittingChanges(
  examCode: string,
  before: ConvenedSitting | undefined,
  after: ConvenedSitting | undefined,
): ConvocationChange[] {
  if (!before || !after) {
    const one = before ?? after
    if (!one) return []
    const { heldOn, startsAtLocal, room } = one
    return [{ what: before ? 'sitting-removed' : 'sitting-added', examCode, heldOn, startsAtLocal, room }]
  }
  const changes: ConvocationChange[] = []
  if (before.heldOn !== after.heldOn || before.startsAtLocal !== after.startsAtLocal)
    changes.push({ what: 'moment', examCode, before: momentOf(before), after: momentOf(after) })
  else if (before.endsAtLocal !== after.endsAtLocal)
    changes.push({ what: 'end', examCode, before: before.endsAtLocal, after: after.endsAtLocal })
  for (const what of ['room', 'software'] as const)
    if (before[what] !== after[what]) changes.push({ what, examCode, before: before[what], after: after[what] })
  return changes
}

function momentOf({ heldOn, startsAtLocal }: ConvenedSitting): Moment {
  return { heldOn, startsAtLocal }
}
