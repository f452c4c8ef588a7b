import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { ORIGINAL_WORDINGS } from '../../text/papers/wordings.ts'
import { aDesk, type RunningDesk } from '../helpers/a-desk.ts'
import { aLogo, aPng } from '../helpers/a-logo.ts'
import { aClock, anHq } from '../helpers/an-hq.ts'
import { aSitting, MONDAY } from '../helpers/rows.ts'
import { smallWorld } from '../helpers/world.ts'

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

const sessionId = '2027-01'

/** Two PCs of a centre, and candidates confirmed to sit on Monday 18 January. */
async function twoPcs(people: readonly string[]) {
  const clock = aClock()
  const confirmed = { status: 'confirmed', prevalidatedAt: MONDAY, confirmedAt: MONDAY } as const
  const entries = Object.fromEntries(people.map((name) => [name, confirmed]))
  const world = smallWorld({ candidates: [...people], entries })
  world.rows.push({ entity: 'sitting', value: aSitting({ offeringId: world.offeringId, heldOn: '2027-01-18' }) })
  const hq = await anHq({ clock, worlds: [world] })
  running.push(hq)
  const one = await aDesk({ hq, clock, role: 'manager', name: 'ACCUEIL' })
  running.push(one)
  const two = await aDesk({ hq, clock, role: 'manager', name: 'BUREAU' })
  running.push(two)
  const agree = async () => {
    clock.advance(11)
    for (const pc of [one, two, one, two]) expect(await pc.sync()).toBeNull()
    for (const pc of [one, two]) expect(await pc.freshness()).toMatchObject({ agreement: 'agrees', toTransmit: 0 })
  }
  return { clock, world, one, two, agree }
}

const write = async (desk: RunningDesk, from: string | null, to: string | null) =>
  (await desk.run({ name: 'centre.set-texts', args: { changes: { convocationWording: { from, to } } } })).results[0]

/** What a PC has just printed: the page itself, which stands for its PDF here. */
async function printed(desk: RunningDesk, which: 'due' | string[]): Promise<string> {
  const { fileName } = await desk.call('convocation.print', { sessionId, which, as: 'together', means: 'print' })
  return readFileSync(path.join(desk.folder, 'documents', fileName ?? 'none'), 'utf8').replaceAll('\u00a0', ' ')
}

test('what a centre words on one PC is on the papers of the other, filled and escaped', async () => {
  const { one, two, agree } = await twoPcs(['Ny'])
  const text = 'Chère {prénom} {nom}, venez le {premier jour} : {épreuves}.\n<b>Parking & café</b> à {ville}.'
  expect(await write(one, null, text)).toMatchObject({ ok: true })
  await agree()
  const page = await printed(two, 'due')
  expect(page).toContain('Chère Hinano Vaitiare Ny, venez le lundi 18 janvier 2027 : ASCA-E1.')
  expect(page).toContain('&lt;b&gt;Parking &amp; café&lt;/b&gt; à ')
  expect(page).not.toContain(ORIGINAL_WORDINGS.convocation.slice(0, 40))
})

test('a convocation in hand stays good when the words change, and its reprint says what it said', async () => {
  const { world, one, two, agree } = await twoPcs(['Ny', 'Roy'])
  await printed(one, [world.request('Ny')])
  expect(await write(one, null, 'Venez tôt.')).toMatchObject({ ok: true })
  await agree()
  const { current, outdated, never } = await two.call('convocation.list', { sessionId })
  expect({ current, outdated, never }).toEqual({ current: 1, outdated: 0, never: 1 })
  expect(await printed(two, [world.request('Roy')])).toContain('Venez tôt.')
  const again = await printed(two, [world.request('Ny')])
  expect(again).toContain('Version 1')
  expect(again).toContain('Votre inscription est définitive.')
  expect(again).not.toContain('Venez tôt.')
})

test('two people who word the same paper: the second is told, and nothing of the first is lost', async () => {
  const { one, two, agree } = await twoPcs([])
  two.network('down')
  expect(await write(one, null, 'Du premier.')).toMatchObject({ ok: true })
  expect(await write(two, null, 'Du second.')).toMatchObject({ ok: true })
  await one.sync()
  two.network('up')
  await agree()
  for (const pc of [one, two]) expect((await pc.state()).settings?.convocationWording).toBe('Du premier.')
  const [told] = await two.call('review.list', {})
  expect(told).toMatchObject({ code: 'value-changed', detail: { field: 'convocationWording' } })
  // Another paper's text is another matter.
  const refusalWording = { from: null, to: 'Bon courage.' }
  const [other] = (await two.run({ name: 'centre.set-texts', args: { changes: { refusalWording } } })).results
  expect(other).toMatchObject({ ok: true })
})

test('what cannot be filled is not taken, whoever asks', async () => {
  const { one } = await twoPcs([])
  for (const text of ['{prenon}', '{date limite}', 'Bonjour {nom', 'x'.repeat(1501)])
    expect(await write(one, null, text)).toMatchObject({ ok: false, code: 'not-valid' })
  expect((await one.state()).settings?.convocationWording).toBeNull()
})

test('a paper is previewed with what is being typed, and nothing of it is kept', async () => {
  const { one } = await twoPcs([])
  const { token } = await one.call('paper.preview', { kind: 'reminder-letter', text: 'Avant le {date limite}.' })
  expect(token).toMatch(/^[0-9a-f-]{36}$/)
  expect(await one.call('document.list', { sessionId })).toEqual([])
})

const setLogo = async (desk: RunningDesk, from: string | null, image: object | null) =>
  (await desk.run({ name: 'centre.set-logo', args: JSON.parse(JSON.stringify({ from, image })) })).results[0]

test('a logo follows the centre to its other PCs, onto papers frozen before it too, and goes as it came', async () => {
  const { world, one, two, agree } = await twoPcs(['Ny'])
  await printed(one, 'due')
  const logo = aLogo()
  expect(await setLogo(one, null, logo)).toMatchObject({ ok: true })
  await agree()
  expect(await two.call('logo.read', {})).toEqual(logo)
  const { current, outdated } = await two.call('convocation.list', { sessionId })
  expect({ current, outdated }).toEqual({ current: 1, outdated: 0 })
  expect(await printed(two, [world.request('Ny')])).toContain(logo.data)
  // Somebody who had not seen it changes nothing unseen.
  expect(await setLogo(two, null, { ...logo, imageId: '01890a5d-ac96-774b-bcce-b302099a8058' })).toMatchObject({
    code: 'value-changed',
  })
  expect(await setLogo(two, logo.imageId, null)).toMatchObject({ ok: true })
  await agree()
  expect(await one.call('logo.read', {})).toBeNull()
})

test('a file that cannot be a logo is told why; none is kept', async () => {
  const { one } = await twoPcs([])
  const choose = async (name: string, bytes: Uint8Array | string) => {
    const file = path.join(one.folder, name)
    writeFileSync(file, bytes)
    one.picks(file)
    return await one.call('logo.choose', {})
  }
  expect(await choose('logo.png', 'Bonjour')).toEqual({ ok: false, code: 'not-an-image' })
  expect(await choose('photo.jpg', new Uint8Array(5_000_000))).toEqual({ ok: false, code: 'too-heavy' })
  expect(await choose('cut.png', aPng().subarray(0, 80))).toEqual({ ok: false, code: 'cut-short' })
  one.picks(path.join(one.folder, 'nowhere.png'))
  expect(await one.call('logo.choose', {})).toEqual({ ok: false, code: 'not-read' })
  one.picks(one.folder)
  expect(await one.call('logo.choose', {})).toEqual({ ok: false, code: 'not-read' })
  one.picks(null)
  expect(await one.call('logo.choose', {})).toBeNull()
  const chosen = await choose('any-name.txt', aPng(24, 12))
  expect(chosen).toMatchObject({ ok: true, image: { type: 'image/png', width: 24, height: 12 } })
  expect(await one.call('logo.read', {})).toBeNull()
})

test('who signs is on the papers of every PC, as it was when each was issued', async () => {
  const { world, one, two, agree } = await twoPcs(['Ny', 'Roy'])
  await printed(one, [world.request('Ny')])
  const signatory = { from: null, to: { name: 'Anne HERVÉ', quality: 'Responsable', place: 'Rennes' } }
  const [set] = (await one.run({ name: 'centre.set-texts', args: { changes: { signatory } } })).results
  expect(set).toMatchObject({ ok: true })
  await agree()
  expect(await printed(two, [world.request('Roy')])).toContain('<b>Anne HERVÉ</b>')
  expect(await printed(two, [world.request('Ny')])).not.toContain('Anne HERVÉ')
})
