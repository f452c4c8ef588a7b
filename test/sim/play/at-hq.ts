import { seatsTaken } from '../oracle/facts-of.ts'
import type { Chance } from './chance.ts'
import type { Day } from './day.ts'
import type { Desk } from './desk.ts'
import { nameOf } from './draw.ts'
import type { Happenings } from './happening.ts'
import { step } from './held-request.ts'
import { centreId, centreWorld, newcomer } from './world.ts'

/** What HQ does of its own accord, and what candidates do there. */
export const atHq: Happenings<'withdraw' | 'arrive' | 'hq-change' | 'tombstone' | 'compaction'> = {
  async withdraw(day, _desk, chance, event) {
    const id = centreId(event.centre)
    const rows = day.truth.rows(id)
    const live = rows.sorted('entry').filter(({ status }) => status === 'requested' || status === 'prevalidated')
    const entry = chance.pick(live)
    if (!entry) return
    day.acts(null)
    const told = nameOf(rows, [entry.id])
    await day.hq.withdraw(entry.id)
    await day.absorb()
    day.tell(`At HQ, ${told} withdraws.`)
  },

  async arrive(day, _desk, chance, event) {
    const id = centreId(event.centre)
    const { offeringIds, organisation } = centreWorld(day.plan.seed, event.centre)
    const other = day.truth.rows(centreId((event.centre + 1) % day.plan.centres))
    const known = chance.once(2) ? chance.pick(other.sorted('candidate')) : undefined
    const rows = newcomer(chance, id, `e${event.n}`, { offeringIds, organisation, known }).filter(
      ({ entity }) => entity !== 'candidate' || !known,
    )
    day.acts(null)
    await day.hq.publish({ centreId: id, writes: rows })
    await day.absorb()
    day.tell(`At HQ, ${known ? `${known.birthName}, known already,` : 'somebody new'} asks ${id} for a seat.`)
  },

  async 'hq-change'(day, _desk, chance, event) {
    const reading = day.desks.find(({ complete }) => !complete)
    if (reading && !chance.once(3)) return await readAndChange(day, reading)
    day.acts(null)
    await changeAtHq(day, chance, centreId(event.centre))
    await day.absorb()
  },

  async tombstone(day, _desk, chance, event) {
    const id = centreId(event.centre)
    const rows = day.truth.rows(id)
    // Most of all what somebody works on: that is what must be spared.
    const touched = day.desks.flatMap(({ model }) => model.pending.flatMap(({ touches }) => [...touches]))
    const worked = rows.sorted('request').filter((one) => touched.includes(`request/${one.id}`))
    const request = chance.pick(worked.length > 0 && !chance.once(3) ? worked : rows.sorted('request'))
    if (!request) return
    const entries = rows.sorted('entry').filter(({ requestId }) => requestId === request.id)
    const told = nameOf(
      rows,
      entries.map((entry) => entry.id),
    )
    day.acts(null)
    await day.hq.publish({
      centreId: id,
      writes: [],
      tombstones: [
        ...entries.map((entry) => ({ entity: 'entry' as const, id: entry.id })),
        { entity: 'request' as const, id: request.id },
      ],
    })
    await day.absorb()
    day.tell(`At HQ, ${told || request.id} leaves the sight of ${id}.`)
  },

  async compaction(day) {
    day.acts(null)
    await day.hq.compact()
    day.compacted = true
    day.tell('HQ forgets its old changes.')
  },
}

/** HQ goes on while a PC reads everything for the first time: what it read is newer than what it is told next. */
async function readAndChange(day: Day, desk: Desk): Promise<void> {
  // Late in the order of reading: it is read after it has changed.
  const entry = day.truth.rows(desk.centreId).sorted('entry').at(-1)
  for (let more = 1; entry && more <= 4 && (await day.hold(desk)); more++) {
    day.acts(desk)
    if (more === 1) await step(day, desk)
    if (more === 1 && desk.pc.leg?.answer) await step(day, desk)
    const feeAmount = entry.feeAmount + 100 * more
    const now = day.truth.rows(desk.centreId).get('entry', entry.id) ?? entry
    await day.hq.publish({ centreId: desk.centreId, writes: [{ entity: 'entry', value: { ...now, feeAmount } }] })
    await day.absorb()
    day.tell(`At HQ, the fee of ${entry.id} becomes ${feeAmount}.`)
  }
}

/** HQ changes something of its own: seats within what is taken, an offering, where a person lives, an address announced, the centre's papers. */
async function changeAtHq(day: Day, chance: Chance, id: string): Promise<void> {
  const rows = day.truth.rows(id)
  const kind = chance.weighted({
    seats: 3,
    closing: 2,
    moves: 2,
    addresses: 2,
    settings: 1,
    accreditation: 1,
    lapse: 2,
  })
  const offering = chance.pick(rows.sorted('offering'))
  if (kind === 'seats' && offering) {
    const seats = Math.max(seatsTaken(rows, offering.id), offering.seats + (chance.pick([-1, 1]) ?? 1))
    await day.hq.publish({ centreId: id, writes: [{ entity: 'offering', value: { ...offering, seats } }] })
    return day.tell(`At HQ, ${offering.id} goes to ${seats} seats.`)
  }
  if (kind === 'closing' && offering) {
    await day.hq.publish({
      centreId: id,
      writes: [{ entity: 'offering', value: { ...offering, open: !offering.open } }],
    })
    return day.tell(`At HQ, ${offering.id} is ${offering.open ? 'closed' : 'opened'}.`)
  }
  const candidate = chance.pick(rows.sorted('candidate'))
  if (kind === 'moves' && candidate) {
    await day.hq.publish({
      centreId: id,
      writes: [{ entity: 'candidate', value: { ...candidate, town: `Town ${chance.below(99)}` } }],
    })
    return day.tell(`At HQ, ${candidate.birthName} moves house.`)
  }
  const moving = chance.pick(rows.sorted('candidate').filter(({ emailNext }) => emailNext !== null))
  if (kind === 'addresses' && moving) {
    const value = { ...moving, email: moving.emailNext ?? '', emailNext: null, emailChangesAt: null }
    await day.hq.publish({ centreId: id, writes: [{ entity: 'candidate', value }] })
    return day.tell(`At HQ, ${value.email} takes the place of the address of ${moving.birthName}.`)
  }
  const settings = rows.get('centreSettings', id)
  if (kind === 'settings' && settings) {
    const vatWording = settings.vatWording === null ? 'Exonéré' : null
    await day.hq.publish({ centreId: id, writes: [{ entity: 'centreSettings', value: { ...settings, vatWording } }] })
    return day.tell(`At HQ, ${id} ${vatWording === null ? 'loses' : 'gets'} its VAT wording.`)
  }
  const centre = rows.get('centre', id)
  if (kind === 'accreditation' && centre) {
    const accreditationEndsOn = centre.accreditationEndsOn > '2027' ? '2026-11-20' : '2028-12-31'
    await day.hq.publish({ centreId: null, writes: [{ entity: 'centre', value: { ...centre, accreditationEndsOn } }] })
    return day.tell(`At HQ, the accreditation of ${id} ends on ${accreditationEndsOn}.`)
  }
  const entry = chance.pick(rows.sorted('entry').filter(({ status }) => status === 'prevalidated'))
  if (!entry) return
  await day.hq.publish({ centreId: id, writes: [{ entity: 'entry', value: { ...entry, status: 'lapsed' } }] })
  day.tell(`At HQ, the seat of ${nameOf(rows, [entry.id])} lapses.`)
}
