import { describe, expect, test } from 'vitest'
import { lockPerson } from '../../hq/candidates/same-person.ts'
import { putRows } from '../../hq/db/rows.ts'
import { aDevice, type TestDevice } from '../helpers/a-device.ts'
import { ENGINES } from '../helpers/hq-database.ts'
import { aCandidate } from '../helpers/rows.ts'
import type { World } from '../helpers/world.ts'
import { holding, untilWaiting } from './behind-a-lock.ts'
import { startHqWith } from './start-hq.ts'

/** The birth name of one of them becomes another's: all else is alike in a small world. */
function rename(pc: TestDevice, world: World, from: string, to: string) {
  return pc.command('candidate.correct', {
    ...{ requestId: world.request(from), candidateId: world.candidate(from) },
    ...{ changes: { birthName: { from, to } }, proof: 'identity-card', proofText: null },
  })
}

describe.each(ENGINES)('a correction that makes two people alike, on %s', (database) => {
  async function office() {
    const { hq, world } = await startHqWith({ candidates: ['Ny', 'Roy', 'Sy'] }, { database })
    const cases = () =>
      hq.db.selectFrom('duplicateCase').select(['candidateId', 'otherId', 'blockedAt', 'settledAs']).execute()
    return { hq, world, cases, pc: await aDevice(hq, 'rennes') }
  }

  test('is put before HQ’s staff, once; one that does not is not', async () => {
    const { world, cases, pc } = await office()
    expect(await pc.send(rename(pc, world, 'Sy', 'Zo'))).toEqual(['applied'])
    expect(await cases()).toEqual([])
    expect(await pc.send(rename(pc, world, 'Roy', 'Ny'))).toEqual(['applied'])
    const [candidateId, otherId] = [world.candidate('Ny'), world.candidate('Roy')].sort()
    const one = { candidateId, otherId, blockedAt: null, settledAs: null }
    expect(await cases()).toEqual([one])
    // What changed nothing of who is who is not put before them again.
    expect(await pc.send(rename(pc, world, 'Roy', 'Ny'))).toEqual(['refused value-changed'])
    expect(await cases()).toEqual([one])
  })

  test.runIf(database === 'postgresql')(
    'waits for whoever decides on the person they become, and sees it',
    async () => {
      const { hq, world, cases, pc } = await office()
      const arriving = aCandidate({ id: 'arriving', birthName: 'Zo', usageName: null, nuc: null })
      const registering = await holding(hq.db, async (tx) => {
        await lockPerson(tx, arriving)
        await putRows(tx, null, [{ entity: 'candidate', value: arriving }])
      })
      const sent = pc.send(rename(pc, world, 'Sy', 'Zo'))
      // Let go whatever is found, or nothing of this HQ would ever end.
      await untilWaiting(hq.db, 1).finally(() => registering.letGo())
      expect(await sent).toEqual(['applied'])
      expect(await cases()).toMatchObject([{ candidateId: 'arriving', otherId: world.candidate('Sy') }])
    },
  )

  test('two at once that exchange their names wait for each other in no circle', async () => {
    const { hq, world, pc } = await office()
    const other = await aDevice(hq, 'rennes', 'AUTRE POSTE')
    for (const [one, two] of [
      ['Ny', 'Roy'],
      ['Roy', 'Ny'],
    ] as const) {
      const first = pc.command('candidate.correct', { ...argsOf(world, 'Ny', one, two) })
      const second = other.command('candidate.correct', { ...argsOf(world, 'Roy', two, one) })
      expect(await Promise.all([pc.send(first), other.send(second)])).toEqual([['applied'], ['applied']])
    }
    expect(hq.bugs).toEqual([])
  })
})

function argsOf(world: World, who: string, from: string, to: string) {
  const ids = { requestId: world.request(who), candidateId: world.candidate(who) }
  return { ...ids, changes: { birthName: { from, to } }, proof: 'identity-card', proofText: null } as const
}
