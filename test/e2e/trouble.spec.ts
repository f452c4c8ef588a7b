import { cpSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect } from 'playwright/test'
import { addSeconds } from '../../domain/time.ts'
import { setClock } from '../../scripts/open-desk/clock-file.ts'
import { openDesk } from '../../scripts/open-desk/open-desk.ts'
import { NOTICES } from '../../text/notices.ts'
import { REVIEW } from '../../text/screens/review.ts'
import { START } from '../../text/screens/start.ts'
import { MONDAY } from '../helpers/rows.ts'
import { test } from './office.ts'
import { Secretary } from './secretary.ts'

test('a database of a newer version is refused in a sentence, and nothing of it changes', async ({ office }) => {
  const userData = path.join(office.folder, 'future')
  mkdirSync(userData)
  const sqlite = new Sqlite(path.join(userData, 'pupitre.sqlite'))
  sqlite.pragma('user_version = 99990')
  sqlite.close()
  const message = await openDesk({
    userData,
    hqUrl: office.hq.url,
    enrolmentCode: null,
    clockFile: path.join(office.folder, 'clock'),
  }).catch((error: Error) => error.message)
  expect(message).toContain('version plus récente de Pupitre. Rien n’a été modifié')
})

test('HQ is not there at the first start: it is said, and the window goes on by itself when it comes', async ({
  office,
}) => {
  const code = office.hq.enrolmentCode('rennes')
  await office.hq.stop()
  const desk = await openDesk({
    userData: path.join(office.folder, 'early'),
    hqUrl: office.hq.url,
    enrolmentCode: code,
    clockFile: path.join(office.folder, 'clock'),
  })
  try {
    await expect(desk.page.getByRole('heading', { name: START.enrolTitle })).toBeVisible()
    await expect(desk.page.getByRole('alert')).toContainText(/siège/)
  } finally {
    await desk.close()
  }
})

test('the window is closed during an outage: what was done is still there, still to be sent', async ({ office }) => {
  const { desk, hands } = await office.open()
  await hands.sitDownAs('secretary')
  await office.hq.stop()
  const one = (await hands.requests('2027-01')).find(
    ({ entries }) =>
      entries.length === 1 &&
      entries[0]?.examCode === 'ASCA-E1' &&
      entries[0].status === 'requested' &&
      entries[0].offeringId,
  )
  if (!one) throw new Error('nobody waits')
  await hands.prevalidate(`${one.candidate.usageName ?? one.candidate.birthName} ${one.candidate.firstNames}`)
  await desk.kill()
  const again = await office.open()
  await again.desk.page.getByRole('grid').waitFor()
  expect((await again.hands.requests('2027-01')).find(({ id }) => id === one.id)?.entries[0]).toMatchObject({
    status: 'prevalidated',
    pending: true,
  })
  await office.bringHq()
  office.later(11)
  await again.hands.exchange()
  await expect.poll(async () => (await again.hands.state()).freshness.toTransmit).toBe(0)
})

test('the clock of this PC is wrong: a sentence says by how much, and work goes on', async ({ office }) => {
  const clockFile = path.join(office.folder, 'wrong-clock')
  setClock(clockFile, addSeconds(MONDAY, 2 * 3600 + 5 * 60))
  const desk = await openDesk({
    userData: path.join(office.folder, 'wrong'),
    hqUrl: office.hq.url,
    enrolmentCode: office.hq.enrolmentCode('rennes'),
    clockFile,
  })
  try {
    await new Secretary(desk.page).sitDownAs('secretary')
    const told = desk.page.getByRole('region', { name: NOTICES.region })
    await expect(told).toContainText(/avance de 2\sh\s05\. Aucune échéance n’en dépend/)
  } finally {
    await desk.close()
  }
})

test('the disk of a PC was copied: the copy goes on under a series of its own, and everyone is told', async ({
  office,
}) => {
  const first = await office.open()
  await first.hands.sitDownAs('secretary')
  await first.desk.close()
  cpSync(path.join(office.folder, 'desk-rennes'), path.join(office.folder, 'desk-rennesCOPIE'), { recursive: true })
  const original = await office.open()
  await original.desk.page.getByRole('grid').waitFor()
  const series = (await original.hands.state()).series
  await original.hands.exchange()
  await original.desk.close()

  const copy = await office.open('rennes', { deviceName: 'COPIE' })
  await copy.desk.page.getByRole('grid').waitFor()
  await copy.hands.exchange()
  const told = copy.desk.page.getByRole('region', { name: NOTICES.region })
  await expect(told).toContainText('Ce poste travaillait sur une copie ancienne de ses données')
  expect((await copy.hands.state()).series).not.toBe(series)
  await told.getByRole('button', { name: NOTICES.understood }).click()
  await expect(told).toHaveText('')
  await copy.hands.go('review')
  const card = copy.desk.page.getByRole('article')
  await expect(card).toContainText(
    /Le poste ACCUEIL \(désormais série [A-Z]\) travaillait sur une copie ancienne de ses données/,
  )
  await card.getByRole('button', { name: REVIEW.handled }).click()
  await copy.desk.page.getByRole('heading', { name: REVIEW.emptyTitle }).waitFor()
})
