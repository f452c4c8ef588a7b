import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { acceptOffering } from '../../hq/candidates/accept-offering.ts'
import { aDevice, type TestDevice } from '../helpers/a-device.ts'
import { ENGINES, type Engine } from '../helpers/hq-database.ts'
import { anOffering } from '../helpers/rows.ts'
import type { World } from '../helpers/world.ts'
import { entryOf, prevalidate } from './acts.ts'
import { startHqWith } from './start-hq.ts'

const sage = anOffering({ id: 'sage', softwareIds: [], seats: 1 })

async function aFullExam(database: Engine) {
  const { hq, world } = await startHqWith({ seats: 0 }, { database })
  await hq.publish({ centreId: 'rennes', writes: [{ entity: 'offering', value: sage }] })
  const pc = await aDevice(hq, 'rennes')
  const accept = (offeringId = 'sage', name = 'Ny') =>
    acceptOffering(
      { ...hq, random: randomBytes },
      { candidateId: world.candidate(name), entryId: world.entry('Ny'), offeringId },
    )
  return { hq, world, pc, accept }
}

function propose(pc: TestDevice, world: World, offeringId: string | null) {
  return pc.command('entry.propose-offering', {
    requestId: world.request('Ny'),
    entryId: world.entry('Ny'),
    offeringId,
  })
}

describe.each(ENGINES)('another software for a full exam, on %s', (database) => {
  test('is proposed by the centre, accepted by the candidate, and then pre-validated', async () => {
    const { world, pc, accept } = await aFullExam(database)
    expect(await pc.send(prevalidate(pc, world, 'Ny'))).toEqual(['refused no-seat-left'])
    expect(await pc.send(propose(pc, world, 'sage'))).toEqual(['applied'])
    expect(await entryOf(pc, world, 'Ny')).toMatchObject({
      status: 'requested',
      offeringId: world.offeringId,
      proposedOfferingId: 'sage',
    })
    expect(await accept()).toBe('accepted')
    expect(await entryOf(pc, world, 'Ny')).toMatchObject({
      status: 'requested',
      offeringId: 'sage',
      proposedOfferingId: null,
    })
    expect(await accept()).toBe('no-offering')
    expect(await pc.send(prevalidate(pc, world, 'Ny'))).toEqual(['applied'])
  })

  test('nobody accepts for another, nor what is no longer proposed', async () => {
    const { hq, world, pc, accept } = await aFullExam(database)
    await pc.send(propose(pc, world, 'sage'))
    expect(await accept('sage', 'Roy')).toBe('not-found')
    expect(await accept(world.offeringId)).toBe('no-offering')
    await hq.publish({ centreId: 'rennes', writes: [{ entity: 'offering', value: { ...sage, open: false } }] })
    expect(await accept()).toBe('offering-closed')
    await pc.send(propose(pc, world, null))
    expect(await accept()).toBe('no-offering')
    expect(await entryOf(pc, world, 'Ny')).toMatchObject({ offeringId: world.offeringId, proposedOfferingId: null })
  })

  test('no centre proposes what it does not have', async () => {
    const { world, pc } = await aFullExam(database)
    expect(await pc.send(propose(pc, world, 'brest-offering'))).toEqual(['refused not-found'])
  })
})
