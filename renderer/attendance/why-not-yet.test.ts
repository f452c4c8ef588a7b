import { expect, test } from 'vitest'
import { aReadyDesk } from '../../test/helpers/ready-desk.ts'
import { whyNotYet } from './why-not-yet.ts'

test('attendance is noted from the day of the sitting on, and the button says which', () => {
  const on = (now: string) => whyNotYet(aReadyDesk({ now }), { heldOn: '2027-01-18' })?.replace(/\u00a0/g, ' ') ?? null
  expect(on('2027-01-17T22:59:59.000Z')).toBe('Les présences se notent à partir du jour de la séance, le 18/01/2027.')
  expect(on('2027-01-17T23:00:00.000Z')).toBeNull()
})
