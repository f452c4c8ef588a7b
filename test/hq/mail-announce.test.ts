import { describe, expect, test } from 'vitest'
import type { Write } from '../../domain/entities.ts'
import { addSeconds } from '../../domain/time.ts'
import { aDevice } from '../helpers/a-device.ts'
import { ENGINES } from '../helpers/hq-database.ts'
import { anEntry, anOffering, MONDAY } from '../helpers/rows.ts'
import { pay, prevalidate } from './acts.ts'
import { mailsOf, NO_NET, queueOf, startMailbox, startSending } from './mail-world.ts'
import { startHqWith } from './start-hq.ts'

const SECOND_EXAM = '2027-01:PSA-E2'

describe.each(ENGINES)('what candidates are told of what centres do, on %s', (database) => {
  /** Ny asks for two exams in one request. */
  async function office() {
    // A millisecond later each time it is read: mails are listed in the order in which they were queued.
    let reads = 0
    const clock = { now: () => addSeconds(MONDAY, reads++ / 1000) }
    const { hq, world } = await startHqWith({ seats: 5 }, { database, clock })
    const exam = await hq.db.selectFrom('exam').selectAll().executeTakeFirstOrThrow()
    const { revision: _, ...known } = exam
    await hq.publish({
      centreId: null,
      writes: [{ entity: 'exam', value: { ...known, id: SECOND_EXAM, code: 'PSA-E2', label: 'Paie' } } as Write],
    })
    const ids = { candidateId: world.candidate('Ny'), requestId: world.request('Ny'), examId: SECOND_EXAM }
    const second = anEntry({ ...ids, id: 'second', offeringId: world.offeringId })
    await hq.publish({ centreId: 'rennes', writes: [{ entity: 'entry', value: second }] })
    const pc = await aDevice(hq, 'rennes')
    return { hq, world, pc, entryIds: [world.entry('Ny'), 'second'], requestId: world.request('Ny') }
  }

  test('a pre-validation of two exams is one mail: number, amount, deadline by HQ’s clock, the centre’s terms', async () => {
    const { hq, pc, world, entryIds, requestId } = await office()
    const late = { at: '2020-01-01T00:00:00.000Z' }
    expect(await pc.send(pc.command('entry.prevalidate', { requestId, entryIds }, late))).toEqual(['applied'])
    const [mail, ...others] = await mailsOf(hq)
    expect(others).toEqual([])
    const { nuc } = await hq.db
      .selectFrom('candidate')
      .select('nuc')
      .where('id', '=', world.candidate('Ny'))
      .executeTakeFirstOrThrow()
    expect(nuc).toMatch(/^CA\d+$/)
    expect(mail).toMatchObject({
      name: 'prevalidated',
      recipient: 'hinano@example.org',
      centreId: 'rennes',
      candidateId: world.candidate('Ny'),
      status: 'waiting',
      data: {
        person: { nuc },
        centre: { name: 'CENTRE LUMIÈRE', town: 'Rennes', addressLines: ['12 rue des Écoles', '35000 Rennes'] },
        exams: [{ code: 'ASCA-E1', softwareNames: ['CIEL COMPTABILITE'] }, { code: 'PSA-E2' }],
        total: 10_000,
        currency: 'EUR',
        deadline: { on: '2026-11-26', at: '2026-11-26T23:00:00.000Z' },
        payer: null,
        paymentTerms: 'Par chèque ou virement.',
      },
    })
    expect([...(mail?.entryIds ?? [])].sort()).toEqual([...entryIds].sort())
    expect(mail?.messageId).toMatch(/^<[0-9a-f-]{36}@pupitre>$/)
  })

  test('the centre’s own words go with its refusals, filled, as they are when the mail is written', async () => {
    const { hq, pc, requestId, world } = await office()
    const to = 'Chère {prénom}, réessayez pour {épreuves} à {ville}.'
    const refuse = (entryId: string) =>
      pc.command('entry.refuse', { requestId, entryIds: [entryId], reason: 'full', text: null })
    const words = () => pc.command('centre.set-texts', { changes: { refusalWording: { from: null, to } } })
    const sent = await pc.send(refuse(world.entry('Ny')), words(), refuse('second'))
    expect(sent).toEqual(['applied', 'applied', 'applied'])
    const [before, after] = (await mailsOf(hq)).map(({ data }) => data as { ownWords?: string[] })
    expect(before?.ownWords).toBeUndefined()
    expect(after?.ownWords).toEqual(['Chère Hinano Vaitiare, réessayez pour PSA-E2 à Rennes.'])
  })

  test('what is already paid is not asked again', async () => {
    const { hq, pc, world } = await office()
    await pc.send(pay(pc, world, 'Ny', { amount: 2000 }), prevalidate(pc, world, 'Ny'))
    expect((await mailsOf(hq)).map(({ data }) => data)).toMatchObject([{ total: 3000 }])
  })

  test('a refusal of one exam gives the reason, and what is still alive; of the last one, nothing is', async () => {
    const { hq, pc, world, requestId } = await office()
    const refuse = (entryId: string) =>
      pc.command('entry.refuse', { requestId, entryIds: [entryId], reason: 'other', text: ' En juin. ' })
    await pc.send(refuse('second'), refuse(world.entry('Ny')))
    expect(await mailsOf(hq)).toMatchObject([
      {
        name: 'refused',
        data: { reason: 'other', text: 'En juin.', exams: [{ code: 'PSA-E2' }], stillAlive: [{ code: 'ASCA-E1' }] },
      },
      { name: 'refused', data: { exams: [{ code: 'ASCA-E1' }], stillAlive: [] } },
    ])
  })

  test('a confirmation, once paid', async () => {
    const { hq, pc, world } = await office()
    await pc.send(prevalidate(pc, world, 'Ny'), pay(pc, world, 'Ny'))
    await pc.send(pc.command('entry.confirm', { entryIds: [world.entry('Ny')] }))
    expect(await queueOf(hq)).toEqual(['prevalidated waiting', 'confirmed waiting'])
  })

  test('several candidates confirmed at once have a mail each', async () => {
    const { hq, pc, world } = await office()
    for (const name of ['Ny', 'Roy']) await pc.send(prevalidate(pc, world, name), pay(pc, world, name))
    await pc.send(pc.command('entry.confirm', { entryIds: [world.entry('Ny'), world.entry('Roy')] }))
    const confirmed = (await mailsOf(hq)).filter(({ name }) => name === 'confirmed')
    expect(confirmed.map(({ candidateId }) => candidateId).sort()).toEqual([
      world.candidate('Ny'),
      world.candidate('Roy'),
    ])
    for (const { data } of confirmed) expect(data).toMatchObject({ exams: [{ code: 'ASCA-E1' }] })
  })

  test('the candidate’s own withdrawal', async () => {
    const { hq } = await office()
    await hq.withdraw('second')
    await hq.withdraw('second')
    const second = { removal: null, exams: [{ code: 'PSA-E2' }], stillAlive: [{ code: 'ASCA-E1' }] }
    expect(await mailsOf(hq)).toMatchObject([{ name: 'withdrawn', data: { ...second, seatsFreed: 0 } }])
  })

  test('a withdrawal says that a seat is free when there was one', async () => {
    const { hq, pc, world } = await office()
    await pc.send(prevalidate(pc, world, 'Ny'))
    await hq.withdraw(world.entry('Ny'))
    expect((await mailsOf(hq)).at(-1)).toMatchObject({ name: 'withdrawn', data: { seatsFreed: 1 } })
  })

  test('a removal by the centre, a longer deadline, a seat given back and given again, a corrected identity', async () => {
    const { hq, pc, world, requestId } = await office()
    const entryIds = [world.entry('Ny')]
    await pc.send(prevalidate(pc, world, 'Ny'))
    await pc.send(pc.command('entry.extend', { requestId, entryIds, deadlineOn: '2026-11-30', reason: 'Demandé' }))
    await pc.send(pc.command('entry.remove', { requestId, entryIds: ['second'], reason: 'mistake', text: null }))
    const changes = { birthName: { from: 'Ny', to: 'Nguyen' } }
    await pc.send(
      pc.command('candidate.correct', {
        ...{ requestId, candidateId: world.candidate('Ny'), changes, proof: 'passport', proofText: null },
      }),
    )
    expect(await mailsOf(hq)).toMatchObject([
      { name: 'prevalidated' },
      { name: 'extended', data: { deadline: { on: '2026-11-30' } } },
      { name: 'withdrawn', data: { removal: { reason: 'mistake' }, stillAlive: [{ code: 'ASCA-E1' }] } },
      { name: 'corrected', data: { changes: [{ field: 'birthName', from: 'Ny', to: 'Nguyen' }] } },
    ])
  })

  test('another software proposed, not one taken back; what is no longer proposed is held back', async () => {
    const { hq, pc, requestId } = await office()
    const ebp = { ...anOffering({ id: 'ebp', examId: SECOND_EXAM, softwareIds: ['ebp'], seats: 1 }) }
    await hq.publish({ centreId: null, writes: [{ entity: 'software', value: { id: 'ebp', name: 'EBP' } }] })
    await hq.publish({ centreId: 'rennes', writes: [{ entity: 'offering', value: ebp }] })
    const propose = (offeringId: string | null) =>
      pc.command('entry.propose-offering', { requestId, entryId: 'second', offeringId })
    expect(await pc.send(propose('ebp'), propose(null), propose('ebp'))).toEqual(['applied', 'applied', 'applied'])
    const about = {
      offeringId: 'ebp',
      exams: [{ softwareNames: ['CIEL COMPTABILITE'] }],
      proposed: { softwareNames: ['EBP'] },
    }
    expect(await mailsOf(hq)).toMatchObject([
      { name: 'proposed', entryIds: ['second'], data: about },
      { name: 'proposed', data: about },
    ])
    await pc.send(propose(null))
    startSending(hq, await startMailbox(), NO_NET)
    await expect.poll(() => queueOf(hq)).toEqual(['proposed dropped', 'proposed dropped'])
  })

  test('nothing of a refused command, of one sent twice, of a payment, nor of seats', async () => {
    const { hq, pc, world } = await office()
    const twice = prevalidate(pc, world, 'Ny')
    await pc.send(twice)
    expect(await pc.send(twice)).toEqual(['applied'])
    expect(await pc.send(prevalidate(pc, world, 'Ny'))).toEqual(['refused wrong-status'])
    await pc.send(
      pay(pc, world, 'Roy'),
      pc.command('offering.set-seats', { offeringId: world.offeringId, seats: 9 }),
      pc.command('entry.confirm', { entryIds: [world.entry('Ny')] }),
    )
    expect(await queueOf(hq)).toEqual(['prevalidated waiting'])
  })

  test('nothing to somebody without an address', async () => {
    const { hq, pc, world } = await office()
    await hq.db.updateTable('candidate').set({ email: '' }).where('id', '=', world.candidate('Ny')).execute()
    expect(await pc.send(prevalidate(pc, world, 'Ny'))).toEqual(['applied'])
    expect(await queueOf(hq)).toEqual([])
  })
})
