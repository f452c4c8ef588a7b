import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { USUAL_ATTENDANCE, USUAL_ROLL_CALL } from '../../contract/choices.ts'
import type { Input } from '../../contract/ipc.ts'
import { aDesk } from '../helpers/a-desk.ts'
import { aClock, anHq } from '../helpers/an-hq.ts'
import { smallWorld } from '../helpers/world.ts'

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

async function aCentre() {
  const clock = aClock()
  const world = smallWorld({ seats: 5, candidates: ['Ny', 'Roy', 'Sol'] })
  const hq = await anHq({ clock, worlds: [world] })
  const desk = await aDesk({ hq, clock, role: 'manager' })
  running.push(hq, desk)
  /** What the paper says, as a person reads it; null when there is none. Its version and the name of its file. */
  const print = async (asked: Input<'document.open'>) => {
    const answer = await desk.call('document.open', asked as never)
    if (!answer.ok) return { said: answer.code, version: 0, file: '' }
    const page = readFileSync(desk.opened.at(-1) ?? '', 'utf8')
    const said = page
      .replace(/<style>.*?<\/style>/s, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/[\s\u00a0\u202f]+/g, ' ')
    return { said, version: answer.value.version, file: path.basename(desk.opened.at(-1) ?? '') }
  }
  const requestOf = async (person: string) => (await desk.request(person)).id
  return { clock, world, hq, desk, print, requestOf }
}

describe('a confirmation', () => {
  test('says where the request is; a new version when that changes, the same when it has not', async () => {
    const { clock, desk, print, requestOf } = await aCentre()
    const asked = { kind: 'confirmation', requestId: await requestOf('Ny') } as const
    expect(await print(asked)).toMatchObject({ version: 1, said: expect.stringContaining('En attente') })
    clock.advance(60)
    const again = await print(asked)
    expect(again.version).toBe(1)
    expect(again.file).toMatch(/^Confirmation-Ny-.*-v1-.*\.pdf$/)
    await desk.prevalidate('Ny')
    const { said, version } = await print(asked)
    expect(version).toBe(2)
    expect(said).toContain('Réglez 50,00 € à votre centre jusqu’au')
    expect(said).toContain('Ce document n’est ni un reçu ni une convocation.')
  })

  test('of a request that is not here there is none', async () => {
    const { print } = await aCentre()
    expect(await print({ kind: 'confirmation', requestId: 'nobody knows' })).toMatchObject({ said: 'not-found' })
  })
})

describe('an attestation of payment', () => {
  test('cites the receipt; there is none without it, for somebody else, or once it is corrected', async () => {
    const { desk, world, print } = await aCentre()
    await desk.prevalidate('Ny')
    const { results } = await desk.pay('Ny')
    const receiptId = (results[2]?.ok && results[2].createdId) || ''
    const asked = { kind: 'payment-attestation', receiptId, candidateId: world.candidate('Ny') } as const
    const { said } = await print(asked)
    expect(said).toContain('Ce règlement a fait l’objet du reçu n° 2026-A-000001, du 23/11/2026')
    expect(said).toContain('50,00 €')
    const { candidate } = await desk.request('Ny')
    const file = await desk.call('candidate.file', { candidateId: candidate.id, sessionId: '2027-01' })
    expect(file?.documents.map(({ title }) => title)).toContain(
      'Attestation de règlement de Ny Hinano Vaitiare, reçu 2026-A-000001',
    )
    expect((await print({ ...asked, candidateId: null })).said).toContain('reçu n° 2026-A-000001')
    expect(await print({ ...asked, candidateId: world.candidate('Roy') })).toMatchObject({ said: 'not-found' })
    await desk.run({ name: 'credit-note.issue', args: { receiptId, reason: 'Erreur' } })
    expect(await print(asked)).toMatchObject({ said: 'not-found' })
  })
})

describe('letters by post', () => {
  test('remind of what is due in the words of the mail, and answer who was refused, with the reason', async () => {
    const { desk, print, requestOf } = await aCentre()
    await desk.prevalidate('Ny')
    await desk.refuse('Roy')
    const reminder = await print({ kind: 'reminder-letter', requestId: await requestOf('Ny') })
    expect(reminder.said).toContain('attend encore votre règlement')
    expect(reminder.said).toContain('Ne tenez pas compte de ce courrier.')
    expect(reminder.said).not.toMatch(/Ouvrir mon espace|envoyé automatiquement/)
    const refusal = await print({ kind: 'refusal-letter', requestId: await requestOf('Roy') })
    expect(refusal.said).toContain('Demande non retenue : ASCA-E1')
    expect(refusal.said).toContain('il n’y reste plus de place')
  })

  test('there is none that the request does not call for', async () => {
    const { print, requestOf } = await aCentre()
    const requestId = await requestOf('Sol')
    expect(await print({ kind: 'reminder-letter', requestId })).toMatchObject({ said: 'not-found' })
    expect(await print({ kind: 'refusal-letter', requestId })).toMatchObject({ said: 'not-found' })
  })

  test('one envelope a person, however many requests are theirs', async () => {
    const { print, requestOf } = await aCentre()
    const requestIds = [await requestOf('Ny'), await requestOf('Roy'), await requestOf('Ny')]
    const { said, file } = await print({ kind: 'envelope', requestIds })
    expect(said.split('35700 RENNES').length - 1).toBe(2)
    expect(file).toMatch(/^Enveloppes-2-/)
  })
})

test('a list laid out otherwise is the same version of it; the roll call and the sheet are counted apart', async () => {
  const { desk, world, print } = await aCentre()
  await desk.prevalidate('Ny')
  await desk.pay('Ny')
  const sitting = { offeringId: world.offeringId, heldOn: '2027-01-18', startsAtLocal: '09:00', room: 'Salle A' }
  await desk.run({ name: 'sitting.set', args: sitting })
  const [{ id: sittingId } = { id: '' }] = await desk.call('sitting.list', { sessionId: '2027-01' })
  const sheet = { kind: 'attendance-sheet', sittingId } as const
  expect(await print(sheet)).toMatchObject({ version: 1, said: expect.stringContaining('30/05/1998') })
  const bare = await print({ ...sheet, options: { ...USUAL_ATTENDANCE, bornOn: false, halfDays: true } })
  expect(bare.version).toBe(1)
  expect(bare.said).toContain('Matin')
  expect(bare.said).not.toContain('30/05/1998')
  const call = await print({ kind: 'roll-call', sittingId, options: { ...USUAL_ROLL_CALL, phone: true } })
  expect(call).toMatchObject({ version: 1, said: expect.stringContaining('87 12 34 56') })
  expect(call.said).not.toContain('Signature ')
})
