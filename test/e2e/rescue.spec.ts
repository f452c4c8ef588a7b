import { execFile } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'playwright/test'
import { nameOf } from '../../scripts/tour/people.ts'
import { EXCHANGES } from '../../text/screens/exchanges.ts'
import { RESCUE } from '../../text/screens/rescue.ts'
import { test } from './office.ts'

const SESSION = '2027-01'
const root = path.join(import.meta.dirname, '../..')

test('the network is out for long: one file goes to HQ, one comes back, and what was done is accepted', async ({
  office,
}) => {
  const { desk, hands } = await office.open()
  await hands.sitDownAs('secretary')
  const free = new Map(
    (await hands.offerings(SESSION)).map(({ id, seats, used, open }) => [id, open ? seats - used : 0]),
  )
  const one = (await hands.requests(SESSION)).find(
    ({ entries }) =>
      entries.length === 1 && entries[0]?.status === 'requested' && (free.get(entries[0].offeringId ?? '') ?? 0) > 0,
  )
  if (!one) throw new Error('nobody waits')
  await office.hq.stop()
  await hands.prevalidate(nameOf(one))
  office.later(11)
  await hands.exchange()

  await hands.go('exchanges')
  await desk.page.getByRole('main').getByRole('button', { name: RESCUE.open }).click()
  const dialog = desk.page.getByRole('dialog', { name: RESCUE.title })
  await dialog.getByRole('button', { name: RESCUE.write }).click()
  await expect(dialog.getByRole('status').first()).toContainText(/Fichier n°\s1 enregistré, avec 1 action/)
  const departure = files(office.folder)[0] ?? ''

  // A file of the wrong direction, or spoiled on its way, is refused in a sentence, and nothing of it is taken.
  await dialog.getByRole('button', { name: RESCUE.read }).click()
  await expect(dialog.getByRole('status').last()).toContainText('part d’un poste vers le siège')

  await promisify(execFile)(
    process.execPath,
    ['hq/import.ts', '--data', path.join(office.folder, 'hq'), '--file', departure, '--out', office.folder],
    { cwd: root, env: { ...process.env, HQ_DATABASE_URL: '', PUPITRE_CLOCK_FILE: path.join(office.folder, 'clock') } },
  )
  const answer = files(office.folder).find((file) => file !== departure) ?? ''
  const whole = readFileSync(answer)
  writeFileSync(answer, whole.subarray(0, whole.length - 40))
  await dialog.getByRole('button', { name: RESCUE.read }).click()
  await expect(dialog.getByRole('status').last()).toContainText(/incomplet|abîmé/)
  writeFileSync(answer, whole)
  await dialog.getByRole('button', { name: RESCUE.read }).click()
  await expect(dialog.getByRole('status').last()).toContainText(/1 action jugée par le siège/)

  await dialog.getByRole('button', { name: RESCUE.close }).click()
  const row = desk.page.getByRole('table', { name: EXCHANGES.departuresTable }).getByRole('row').nth(1)
  await expect(row).toContainText(nameOf(one))
  await expect(row).toContainText(EXCHANGES.state.applied)
  await desk.page.getByRole('tab', { name: EXCHANGES.arrivals }).click()
  const arrival = desk.page.getByRole('table', { name: EXCHANGES.arrivalsTable }).getByRole('row').nth(1)
  await expect(arrival).toContainText(EXCHANGES.source.file)
})

function files(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pupitre'))
    .map((name) => path.join(folder, name))
}
