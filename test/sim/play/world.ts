import type { Candidate, Request } from '../../../domain/candidate.ts'
import type { Organisation } from '../../../domain/catalogue.ts'
import type { Write } from '../../../domain/entities.ts'
import type { Entry } from '../../../domain/entry.ts'
import {
  aCandidate,
  anEntry,
  anOffering,
  aRequest,
  aSitting,
  MONDAY,
  rennes,
  rennesSettings,
} from '../../helpers/rows.ts'
import { smallWorld } from '../../helpers/world.ts'
import { type Chance, chanceOf } from './chance.ts'
import { hasAttendance, hasDeskWork } from './plan.ts'

/** What HQ holds as the day begins: few seats, several people for each, so that centres and PCs get in each other's way. */

const NAMES = [
  'Ny',
  'Roy',
  'Le Goff',
  'Petit',
  'Diallo',
  'Garnier',
  'Morel',
  'Hervé',
  'Teriitahi',
  'Blanc',
  'Faure',
  'Lopez',
]
const SESSION = '2027-01'

export type CentreWorld = { id: string; offeringIds: string[]; organisation: Organisation; rows: Write[] }

export function centreId(centre: number): string {
  return centre === 0 ? rennes.id : 'nantes'
}

/** The rows that are the same for everyone. */
export function commonRows(seed: number, centres: number): Write[] {
  const first = smallWorld({ centreId: centreId(0) }).common
  const more = hasDeskWork(seed) ? ['sage', 'excel'] : []
  const others = Array.from({ length: centres - 1 }, (_, n) =>
    smallWorld({ centreId: centreId(n + 1) }).common.slice(-1),
  )
  return [...first, ...more.map((id): Write => ({ entity: 'software', value: { id, name: id } })), ...others.flat()]
}

export function centreWorld(seed: number, centre: number): CentreWorld {
  const chance = chanceOf(seed, 'world', centre)
  const id = centreId(centre)
  const offeringIds = Array.from({ length: 1 + chance.below(3) }, (_, n) => `${id}-offering-${n}`)
  const organisation = { id: `${id}-gers`, name: 'GERS Formation', addressLines: [], onAccount: true }
  const roles = ['manager', 'secretary', 'secretary', 'reader'] as const
  const rows: Write[] = [
    { entity: 'centreSettings', value: { ...rennesSettings, id } },
    ...roles.map((role, n): Write => {
      const value = { id: `${id}-operator-${n}`, name: ['Anne', 'Luc', 'Zoé', 'Paul'][n] ?? '', role, active: true }
      return { entity: 'operator', value }
    }),
    { entity: 'organisation', value: organisation },
    ...offeringIds.map((offeringId): Write => {
      return { entity: 'offering', value: anOffering({ id: offeringId, seats: 1 + chance.below(2) }) }
    }),
  ]
  if (chance.once(3))
    rows.push({
      entity: 'sitting',
      value: {
        id: `${id}-sitting`,
        sessionId: SESSION,
        offeringId: offeringIds[0] ?? '',
        heldOn: '2026-11-24',
        startsAtLocal: '09:00',
        room: 'A',
        cancelled: false,
      },
    })
  const people = 3 + chance.below(5)
  for (let n = 0; n < people; n++) rows.push(...newcomer(chance, id, `p${n}`, { offeringIds, organisation }))
  return { id, offeringIds, organisation, rows: hasAttendance(seed) ? onTheDay(rows) : rows }
}

/** The same on the day of a sitting: half of the people are confirmed, and each offering is sat today and once more. */
function onTheDay(rows: readonly Write[]): Write[] {
  let entries = 0
  return rows.flatMap((row): Write[] => {
    if (row.entity === 'offering') {
      const offeringId = row.value.id
      const sittings = ['2026-11-23', '2027-01-18'].map((heldOn): Write => {
        return { entity: 'sitting', value: aSitting({ id: `${offeringId}-${heldOn}`, offeringId, heldOn }) }
      })
      return [{ ...row, value: { ...row.value, seats: 12 } }, ...sittings]
    }
    if (row.entity !== 'entry' || row.value.offeringId === null || entries++ % 2 > 0) return [row]
    const confirmed = { status: 'confirmed', prevalidatedAt: MONDAY, confirmedAt: MONDAY } as const
    return [{ ...row, value: { ...row.value, ...confirmed } }]
  })
}

/** A person, their request and its entries, as HQ sends them to one centre. `key` makes the ids. */
export function newcomer(
  chance: Chance,
  id: string,
  key: string,
  {
    offeringIds,
    organisation,
    known,
  }: { offeringIds: readonly string[]; organisation: Organisation; known?: Candidate | undefined },
): Write[] {
  const candidate =
    known ??
    aCandidate({ id: `${id}-candidate-${key}`, birthName: chance.pick(NAMES) ?? '', usageName: null, nuc: null })
  const request: Request = aRequest({
    id: `${id}-request-${key}`,
    candidateId: candidate.id,
    organisationId: chance.once(4) ? organisation.id : null,
  })
  const entries = Array.from({ length: chance.once(3) ? 2 : 1 }, (_, n): Entry => {
    return anEntry({
      id: `${id}-entry-${key}-${n}`,
      requestId: request.id,
      candidateId: candidate.id,
      offeringId: chance.once(15) ? null : (chance.pick(offeringIds) ?? null),
    })
  })
  return [
    { entity: 'candidate', value: candidate },
    { entity: 'request', value: request },
    ...entries.map((value): Write => ({ entity: 'entry', value })),
  ]
}
