import { describe, expect, test } from 'vitest'
import { ConfirmAnswer, MeAnswer, RegisterAnswer } from '../../../contract/candidate-pages.ts'
import { aDevice, valuesOf } from '../../helpers/a-device.ts'
import { ENGINES } from '../../helpers/hq-database.ts'
import { MONDAY } from '../../helpers/rows.ts'
import { startHqWith } from '../start-hq.ts'
import { aBrowser, aForm, confirmLast, mailsOf, mustBe, PASSWORD } from './a-browser.ts'

describe.each(ENGINES)('from a form to « Mon espace », on %s', (database) => {
  test('register, confirm, the centre sees it, decides, and the candidate reads where it stands', async () => {
    const { hq, world } = await startHqWith({ candidates: [], seats: 2 }, { database })
    const pc = await aDevice(hq, 'rennes')
    const { cursor } = await pc.changes()
    const browser = aBrowser(hq)
    const form = aForm(world)

    const registered = RegisterAnswer.parse(await mustBe(200, browser.post('/api/register', form)))
    expect(registered).toEqual({ confirmBefore: '2026-11-25T08:41:00.000Z' })
    expect((await pc.changes(cursor)).changes).toEqual([])
    expect(await mailsOf(hq)).toMatchObject([
      {
        name: 'confirm-address',
        recipient: 'Anais.LeGoff@example.org',
        data: { name: 'Anaïs Marie Le Goff', confirmBefore: '2026-11-25T08:41:00.000Z' },
      },
    ])
    const login = { login: 'anais.legoff@EXAMPLE.org', password: PASSWORD }
    expect(await mustBe(401, browser.post('/api/sign-in', login))).toEqual({ code: 'wrong-login' })

    expect(ConfirmAnswer.parse(await confirmLast(hq))).toEqual({ blocked: null })
    const { changes } = await pc.changes(cursor)
    expect(changes).toHaveLength(1)
    const rows = changes.flatMap((change) => change.rows)
    expect(rows).toMatchObject([
      {
        entity: 'candidate',
        value: { nuc: null, birthName: 'Le Goff', birthPlace: 'Rennes', birthCountry: 'FRANCE', nirCheck: 'none' },
      },
      { entity: 'request', value: { version: 1, receivedAt: MONDAY, emailConfirmedAt: MONDAY, organisationId: null } },
      {
        entity: 'entry',
        value: { status: 'requested', feeAmount: 5000, currency: 'EUR', offeringId: world.offeringId },
      },
    ])
    const note = valuesOf(await pc.rows(), 'request')[0]?.note
    expect(note).toContain('Exemple SARL')
    expect((await mailsOf(hq)).at(-1)).toMatchObject({
      name: 'request-received',
      data: { exams: [{ code: 'ASCA-E1', softwareNames: ['CIEL COMPTABILITE'], feeAmount: 5000 }] },
    })

    expect(await mustBe(401, browser.get('/api/me'))).toEqual({ code: 'not-signed-in' })
    await mustBe(200, browser.post('/api/sign-in', login))
    const me = MeAnswer.parse(await mustBe(200, browser.get('/api/me')))
    expect(me).toMatchObject({
      login: 'Anais.LeGoff@example.org',
      nuc: null,
      identity: { birthName: 'Le Goff', birthPlace: 'Rennes' },
      requests: [{ centre: { id: 'rennes', paymentTerms: 'Par chèque ou virement.' } }],
      askedExamIds: ['2027-01:ASCA-E1'],
    })
    const [entry] = me.requests[0]?.entries ?? []
    expect(entry).toMatchObject({
      status: 'requested',
      withdrawable: true,
      softwareNames: ['CIEL COMPTABILITE'],
      events: [{ at: MONDAY, what: 'requested' }],
    })

    const [request] = valuesOf(await pc.rows(), 'request')
    const ids = { requestId: request?.id ?? '', entryIds: [entry?.id ?? ''] }
    expect(await pc.send(pc.command('entry.prevalidate', ids))).toEqual(['applied'])
    const later = MeAnswer.parse(await mustBe(200, browser.get('/api/me')))
    expect(later.login).toBe(later.nuc)
    expect(later.nuc).toMatch(/^CA\d{5,}$/)
    expect(later.requests[0]?.entries[0]).toMatchObject({ status: 'prevalidated', deadlineOn: '2026-11-26' })
    // The number signs in as well, in small letters too.
    await mustBe(200, aBrowser(hq).post('/api/sign-in', { login: later.nuc?.toLowerCase(), password: PASSWORD }))

    await mustBe(200, browser.post('/api/me/withdraw', { entryId: entry?.id }))
    const last = MeAnswer.parse(await mustBe(200, browser.get('/api/me')))
    expect(last.requests[0]?.entries[0]).toMatchObject({ status: 'withdrawn', withdrawable: false })
    expect(last.requests[0]?.entries[0]?.events.map(({ what }) => what)).toEqual([
      'requested',
      'prevalidated',
      'withdrawn',
    ])
    expect(last.askedExamIds).toEqual([])
    expect((await mailsOf(hq)).at(-1)).toMatchObject({ name: 'withdrawn' })
    expect(await mustBe(409, browser.post('/api/me/withdraw', { entryId: entry?.id }))).toEqual({
      code: 'not-withdrawable',
    })
    expect(hq.bugs).toEqual([])
  })
})
