import { describe, expect, test } from 'vitest'
import type { CommandArgs } from '../../domain/commands.ts'
import { aDevice, type TestDevice, valuesOf } from '../helpers/a-device.ts'
import { ENGINES } from '../helpers/hq-database.ts'
import { aRequest, MONDAY } from '../helpers/rows.ts'
import { smallWorld, type World } from '../helpers/world.ts'
import { prevalidate } from './acts.ts'
import { startHq } from './start-hq.ts'

function correct(
  pc: TestDevice,
  world: World,
  changes: CommandArgs<'candidate.correct'>['changes'],
  more: Partial<CommandArgs<'candidate.correct'>> = {},
) {
  return pc.command('candidate.correct', {
    requestId: world.request('Ny'),
    candidateId: world.candidate('Ny'),
    changes,
    proof: 'identity-card',
    proofText: ' n° 8X2 ',
    ...more,
  })
}

/** Rennes and Brest, both with a request of the same candidate; Vannes without. */
async function threeCentres(database: (typeof ENGINES)[number]) {
  const world = smallWorld()
  const others = [
    smallWorld({ centreId: 'brest', candidates: ['Sy'] }),
    smallWorld({ centreId: 'vannes', candidates: ['Zo'] }),
  ]
  const hq = await startHq({ database, worlds: [world, ...others] })
  const candidateId = world.candidate('Ny')
  await hq.publish({
    centreId: 'brest',
    writes: [{ entity: 'request', value: aRequest({ id: 'visit', candidateId }) }],
  })
  const kept = () => hq.db.selectFrom('candidateCorrection').selectAll().orderBy('correctedAt').execute()
  const [rennes, brest, vannes] = [await aDevice(hq, 'rennes'), await aDevice(hq, 'brest'), await aDevice(hq, 'vannes')]
  const nameAt = async (pc: TestDevice) =>
    valuesOf(await pc.rows(), 'candidate').find(({ id }) => id === candidateId)?.birthName
  return { hq, world, kept, rennes, brest, vannes, nameAt }
}

describe.each(ENGINES)('a centre corrects who a candidate is, on %s', (database) => {
  test('every centre that sees them reads it; HQ keeps who, when, from what to what, on what proof', async () => {
    const { world, kept, rennes, brest, vannes, nameAt } = await threeCentres(database)
    const changes = { birthName: { from: 'Ny', to: 'NYX' }, bornOn: { from: '1998-05-30', to: '1989-05-30' } }
    const command = correct(rennes, world, changes)
    expect(await rennes.send(command)).toEqual(['applied'])
    expect([await nameAt(rennes), await nameAt(brest), await nameAt(vannes)]).toEqual(['NYX', 'NYX', undefined])
    expect(await kept()).toEqual([
      {
        id: command.id,
        candidateId: world.candidate('Ny'),
        centreId: 'rennes',
        correctedAt: MONDAY,
        correctedBy: 'Anne Hervé',
        changes,
        proof: 'identity-card',
        proofText: 'n° 8X2',
      },
    ])
  })

  test('of two corrections of one field the second is refused, and nothing of it is kept; another field still goes', async () => {
    const { world, kept, rennes, brest, nameAt } = await threeCentres(database)
    await rennes.send(correct(rennes, world, { birthName: { from: 'Ny', to: 'NYX' } }))
    const visit = { requestId: 'visit' }
    const both = { birthName: { from: 'Ny', to: 'NIX' }, birthPlace: { from: 'Papeete', to: 'Pirae' } }
    expect(await brest.send(correct(brest, world, both, visit))).toEqual(['refused value-changed'])
    const item = valuesOf(await brest.rows(), 'reviewItem')[0]
    expect(item).toMatchObject({ requestId: 'visit', code: 'value-changed', detail: { field: 'birthName' } })
    expect(await kept()).toHaveLength(1)
    expect(await brest.send(correct(brest, world, { birthPlace: both.birthPlace }, visit))).toEqual(['applied'])
    expect(await nameAt(brest)).toBe('NYX')
    expect(await kept()).toHaveLength(2)
  })

  test('nobody corrects a candidate by a request that is not theirs, or not of this centre', async () => {
    const { world, kept, rennes, vannes } = await threeCentres(database)
    const changes = { birthName: { from: 'Ny', to: 'NYX' } }
    expect(await vannes.send(correct(vannes, world, changes))).toEqual(['refused not-found'])
    expect(await vannes.send(correct(vannes, world, changes, { requestId: 'vannes-request-Zo' }))).toEqual([
      'refused not-found',
    ])
    const ofRoy = { requestId: world.request('Roy') }
    expect(await rennes.send(correct(rennes, world, changes, ofRoy))).toEqual(['refused not-found'])
    expect(await kept()).toEqual([])
  })

  test('sent twice it is kept once; the number given meanwhile stays', async () => {
    const { world, kept, rennes } = await threeCentres(database)
    await rennes.send(prevalidate(rennes, world, 'Ny'))
    const command = correct(rennes, world, { sex: { from: 'F', to: 'M' } })
    await rennes.send(command, command)
    const candidate = valuesOf(await rennes.rows(), 'candidate').find(({ id }) => id === world.candidate('Ny'))
    expect(candidate).toMatchObject({ sex: 'M', nuc: expect.stringMatching(/^CA/) })
    expect(await kept()).toHaveLength(1)
  })
})
