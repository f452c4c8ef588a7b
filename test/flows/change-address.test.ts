import { randomBytes } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { changeAddressesDue } from '../../hq/candidates/change-addresses-due.ts'
import { aDesk } from '../helpers/a-desk.ts'
import { aClock, anHq } from '../helpers/an-hq.ts'
import { smallWorld } from '../helpers/world.ts'

const DAY = 24 * 3600

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

test('a change of address that HQ gave up comes under « À revoir » with the person, by name and telephone', async () => {
  const clock = aClock()
  const hq = await anHq({ clock, worlds: [smallWorld()] })
  running.push(hq)
  const desk = await aDesk({ hq, clock, role: 'manager' })
  running.push(desk)
  const { id: requestId, candidate } = await desk.request('Ny')
  const { id: candidateId, email: from, phone } = candidate
  const args = { requestId, candidateId, from, email: 'ny@new.example', proof: 'passport', proofText: null }
  expect((await desk.run({ name: 'candidate.change-address', args })).results).toMatchObject([{ ok: true }])
  clock.advance(11)
  await desk.sync()
  expect(await desk.toReview()).toEqual([])
  clock.advance(8 * DAY)
  const bugs: unknown[] = []
  await changeAddressesDue({ db: hq.db, clock, random: randomBytes, reportBug: (error) => void bugs.push(error) })
  expect(bugs).toEqual([])
  await desk.sync()
  expect(await desk.toReview()).toMatchObject([
    {
      ...{ name: 'candidate.change-address', code: 'address-not-confirmed', requestId, entryIds: [] },
      ...{ candidateNames: ['Ny Hinano Vaitiare'], contact: { phone, email: from } },
    },
  ])
})
