import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { MeAnswer, type ModifyBody, type RegisterBody } from '../../../contract/candidate-pages.ts'
import { SAMPLE_ADDRESSES, SAMPLE_PASSWORD } from '../../../hq/sample/accounts.ts'
import { aDevice } from '../../helpers/a-device.ts'
import { aClock, type RunningHq } from '../../helpers/an-hq.ts'
import { anEntry, aRequest } from '../../helpers/rows.ts'
import { startHq, startHqWith } from '../start-hq.ts'
import { aBrowser, aForm, anAccount, anAttempt, type Browser, formOf, mustBe } from './a-browser.ts'

const me = async (browser: Browser) => MeAnswer.parse(await mustBe(200, browser.get('/api/me')))

async function open(
  hq: Pick<RunningHq, 'url'>,
  browser: Browser,
  address: string,
  headers: Record<string, string> = {},
) {
  const cookie = browser.cookie()
  return fetch(`${hq.url}/api/me/documents/${address}`, {
    headers: { ...(cookie === null ? {} : { cookie }), ...headers },
    redirect: 'manual',
  })
}

/** What poppler reads in the paper, in the order in which it was written; whatever kind of space it has. */
async function textOf(hq: Pick<RunningHq, 'url'>, browser: Browser, address: string): Promise<string> {
  const answer = await open(hq, browser, address)
  expect(answer.status).toBe(200)
  return read('pdftotext', await bytesOf(answer), ['-raw', '-', '-']).replace(/\s+/g, ' ')
}
const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer())
const read = (program: string, input: Uint8Array, args: string[]) =>
  execFileSync(program, args, { input, encoding: 'utf8' })
/** Words run on where a line was broken within one. */
const unbroken = (text: string) => text.normalize('NFC').replace(/\s+/g, '')

async function modify(browser: Browser, changes: Partial<ModifyBody>): Promise<void> {
  const { requests, contact, situation, funding } = await me(browser)
  const [request] = requests
  if (!request || !situation || !funding) throw new Error('Nothing to modify')
  const as = { requestId: request.id, version: request.version, attempt: anAttempt(), contact, situation, funding }
  await mustBe(200, browser.post('/api/me/modify', { ...as, software: [], softwareAccepted: false, ...changes }))
}

test('each version says for ever what the request said, and apart from it where the request is now', async () => {
  const clock = aClock()
  const { hq, world } = await startHqWith({ candidates: [] }, { clock })
  const anais = await anAccount(hq, aForm(world))
  const stranger = await anAccount(hq, formOf(world, 'Ny'))
  const { id: requestId } = (await me(anais)).requests[0] ?? { id: '' }
  expect((await me(anais)).documents).toMatchObject([{ kind: 'confirmation', requestId, version: 1 }])

  const first = await open(hq, anais, `${requestId}/1`)
  expect(Object.fromEntries(first.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'cache-control': 'no-store',
    'content-disposition':
      'inline; filename="confirmation-2027-01-v1.pdf"; filename*=UTF-8\'\'Confirmation%20de%20demande%2C%20Session%20de%20janvier%202027%2C%20version%201.pdf',
    'x-content-type-options': 'nosniff',
  })
  const info = read('pdfinfo', await bytesOf(first), ['-'])
  for (const said of [/Title:\s+Confirmation de demande d’inscription, .*Le Goff Anaïs Marie/, /Tagged:\s+yes/])
    expect(info).toMatch(said)
  for (const said of [/Pages:\s+1\n/, /\(A4\)/, /PDF version:\s+1\.7/]) expect(info).toMatch(said)

  const one = await textOf(hq, anais, `${requestId}/1`)
  for (const said of [
    'CENTRE LUMIÈRE',
    'Version 1 du 23 novembre 2026 à 09 h 41 Version en vigueur le 23 novembre 2026 à 09 h 41. Ce document n’est pas',
    'Confirmation de demande, version 1 du 23/11/2026 à 09 h 41 · Le Goff Anaïs Marie · Session de janvier 2027',
    'ASCA-E1 — Traitement des activités comptables courantes CIEL COMPTABILITE 50,00 €',
    'Nom de naissance Le Goff',
    'NUC pas encore attribué',
    '06 39 98 12 34',
    'l’employeur : Exemple SARL (à joindre : paie@exemple.example)',
    'Où en est la demande au 23 novembre 2026 à 09 h 41',
    'ASCA-E1 : Réponse attendue Rien à faire pour l’instant.',
    'page 1 / 1',
  ])
    expect(one).toContain(said)

  clock.advance(3600)
  const { contact } = await me(anais)
  await modify(anais, { contact: { ...contact, phone: '06 39 98 99 99' }, funding: { kind: 'own' } })
  const standing = /Version en vigueur le [^.]+\. |Remplacée par la version [^.]+\. /
  const frozen = (text: string) => text.slice(0, text.indexOf('Où en est')).replace(standing, '')
  const two = await textOf(hq, anais, `${requestId}/2`)
  expect(two).toContain('Version 2 du 23 novembre 2026 à 10 h 41')
  expect(two).toContain('Version en vigueur le 23 novembre 2026 à 10 h 41.')
  expect(two).toContain('06 39 98 99 99')
  const replaced = await textOf(hq, anais, `${requestId}/1`)
  expect(replaced).toContain('Remplacée par la version 2 du 23 novembre 2026 à 10 h 41.')
  expect(replaced).not.toContain('Version en vigueur')
  expect(two).not.toContain('Exemple SARL')

  const pc = await aDevice(hq, 'rennes')
  const { entries } = (await me(anais)).requests[0] ?? { entries: [] }
  const ids = { requestId, entryIds: entries.map(({ id }) => id) }
  expect(await pc.send(pc.command('entry.prevalidate', ids))).toEqual(['applied'])
  clock.advance(3600)
  // Read anew, by another name that the centre has since: what was frozen stays, what is apart has moved on.
  await hq.db.updateTable('centre').set({ name: 'AUTRE NOM' }).execute()
  for (const [version, before] of [
    [1, one],
    [2, two],
  ] as const) {
    const now = await textOf(hq, anais, `${requestId}/${version}`)
    expect(frozen(now)).toBe(frozen(before))
    expect(now).toContain('Où en est la demande au 23 novembre 2026 à 11 h 41')
    expect(now).toContain('ASCA-E1 : Acceptée, à régler Réglez 50,00 € à votre centre jusqu’au jeudi 26 novembre 2026')
    expect(now).toContain('Pour régler, le centre indique : Par chèque ou virement.')
  }
  const listed = (await me(anais)).documents.map(({ version, madeAt }) => [version, madeAt])
  expect(listed).toEqual([
    [2, '2026-11-23T09:41:00.000Z'],
    [1, '2026-11-23T08:41:00.000Z'],
  ])

  for (const [browser, address] of [
    [stranger, `${requestId}/1`],
    [anais, `${requestId}/3`],
    [anais, `${requestId}/0`],
    [anais, `${requestId}/01x`],
    [anais, 'nobody/1'],
    [anais, `${'x'.repeat(90)}/1`],
    [anais, '%00/1'],
  ] as const) {
    const refused = await open(hq, browser, address)
    expect([address, refused.status, await refused.json()]).toEqual([address, 404, { code: 'not-found' }])
  }
  const nobody = await open(hq, aBrowser(hq), `${requestId}/1`)
  expect([nobody.status, await nobody.json()]).toEqual([401, { code: 'not-signed-in' }])
  const lapsed = await open(hq, aBrowser(hq), `${requestId}/1`, { accept: 'text/html,*/*;q=0.8' })
  expect([lapsed.status, lapsed.headers.get('location')]).toEqual([303, '/connexion'])
  expect(hq.bugs).toEqual([])
})

test('names and addresses of any length and script are whole, on as many pages as it takes', async () => {
  const { hq, world } = await startHqWith({ candidates: [] })
  const form = aForm(world)
  const hard: RegisterBody = {
    ...form,
    identity: {
      ...form.identity,
      birthName: 'NguyễnThịMinhKhaiĐặngHồngPhượngLêThịThanhHươngTrầnVũQuỳnhAnh',
      usageName: 'Łukaszewska-Żółć Жуковская-Преображенская Παπαδοπούλου',
      firstNames: 'Ânnê-Þóra Íñigo 王小明 D’Ærøskøbing',
    },
    situation: { category: 'other', previousExams: Array.from({ length: 90 }, (_, n) => `Épreuve ${n}`).join('\n') },
    funding: {
      kind: 'training-centre',
      name: 'Groupementdintérêtpublicpourlaformation '.repeat(5).trim(),
      contact: 'X',
    },
  }
  hard.identity.birthName = hard.identity.birthName.slice(0, 60)
  const browser = await anAccount(hq, hard)
  const [request] = (await me(browser)).requests
  const answer = await open(hq, browser, `${request?.id}/1`)
  const paper = await bytesOf(answer)
  const text = read('pdftotext', paper, ['-raw', '-', '-'])
  // The foot of a page comes between two of its lines.
  for (const whole of [
    ...Object.values(hard.identity).filter((value) => typeof value === 'string' && value.length > 30),
    hard.funding.kind === 'training-centre' ? hard.funding.name : '',
    hard.situation.previousExams ?? '',
  ])
    expect(unbroken(text).replace(/Confirmationdedemande,version.*?page\d\/\d/g, '')).toContain(unbroken(String(whole)))
  expect(text).toContain('Un point d’interrogation encadré remplace une lettre')
  expect(read('pdfinfo', paper, ['-'])).toMatch(/Pages:\s+[3-9]\n/)
  const fonts = read('pdffonts', paper, ['-']).trim().split('\n').slice(2)
  expect(fonts.length).toBeGreaterThan(4)
  for (const font of fonts) expect(font).toMatch(/Inter-\w+ .* yes yes yes /)
})

test('a request whose versions were not kept has a paper of what it is now; by the clocks of Paris and of the centre', async () => {
  const { hq, world } = await startHqWith({ candidates: [] })
  const browser = await anAccount(hq, aForm(world))
  const { id: candidateId } = await hq.db.selectFrom('candidate').select('id').executeTakeFirstOrThrow()
  await hq.db.updateTable('centre').set({ timeZone: 'Pacific/Tahiti', town: 'Papeete', phone: '40 00 00 01' }).execute()
  const old = aRequest({ id: 'old', candidateId, version: 4 })
  const gone = anEntry({ id: 'gone', requestId: 'old', candidateId, offeringId: null, status: 'withdrawn' })
  await hq.publish({
    centreId: 'rennes',
    writes: [
      { entity: 'request', value: old },
      { entity: 'entry', value: gone },
    ],
  })
  expect((await me(browser)).documents).toContainEqual(
    expect.objectContaining({ requestId: 'old', version: 4, madeAt: null }),
  )
  const text = await textOf(hq, browser, 'old/4')
  const moment = '23 novembre 2026 à 09 h 41 (heure de Paris), soit le 22 novembre 2026 à 22 h 41 (heure de Papeete)'
  expect(text).toContain(`Version 4, au ${moment}`)
  expect(text).toContain('Tél. : 40 00 00 01')
  expect(text).toContain('sans logiciel 50,00 €')
  expect(text).toContain('ASCA-E1 : Retirée')
  expect((await open(hq, browser, 'old/3')).status).toBe(404)
})

test('the sample’s candidates have the confirmation of what they asked', async () => {
  const hq = await startHq({ sample: true })
  for (const login of Object.values(SAMPLE_ADDRESSES)) {
    const browser = aBrowser(hq)
    await mustBe(200, browser.post('/api/sign-in', { login, password: SAMPLE_PASSWORD }))
    const [document] = (await me(browser)).documents
    expect(document).toMatchObject({ kind: 'confirmation', madeAt: expect.any(String) })
    expect(await textOf(hq, browser, `${document?.requestId}/${document?.version}`)).toContain(
      'Confirmation de demande d’inscription',
    )
  }
})
