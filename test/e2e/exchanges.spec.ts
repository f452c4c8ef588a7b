import { expect } from 'playwright/test'
import { nameOf } from '../../scripts/tour/people.ts'
import { COMMAND_TITLES } from '../../text/fr.ts'
import { EXCHANGES } from '../../text/screens/exchanges.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { test } from './office.ts'

const SESSION = '2027-01'

test('what is done offline stands in Échanges, and its state follows once the network is back', async ({ office }) => {
  const { desk, hands } = await office.open()
  await hands.sitDownAs('secretary')
  const waiting = (await hands.requests(SESSION)).filter(
    ({ entries }) => entries.length === 1 && entries[0]?.examCode === 'ASCA-E1' && entries[0].status === 'requested',
  )
  const free = new Map(
    (await hands.offerings(SESSION)).map(({ id, seats, used, open }) => [id, open ? seats - used : 0]),
  )
  const [kept, takenBack] = waiting.filter(({ entries }) => (free.get(entries[0]?.offeringId ?? '') ?? 0) > 1)
  if (!kept || !takenBack) throw new Error('nobody waits')
  const rows = desk.page.getByRole('table', { name: EXCHANGES.departuresTable }).getByRole('row')
  const line = (name: string) => rows.filter({ has: desk.page.getByRole('rowheader', { name: new RegExp(name) }) })
  const freshness = desk.page.getByRole('navigation').getByRole('status')
  await expect(freshness).toHaveText(/^À jour à/)

  await office.hq.stop()
  await hands.prevalidate(nameOf(kept))
  await hands.close(nameOf(kept))
  await hands.prevalidate(nameOf(takenBack))
  const toast = desk.page.locator('.toast', { hasText: nameOf(takenBack) })
  await toast.getByRole('button', { name: REQUESTS.undo, exact: true }).click()
  await desk.page.getByText(REQUESTS.undone).waitFor()

  // Tried in vain: it has not reached HQ for all that.
  office.later(11)
  await hands.exchange()

  await hands.go('exchanges')
  await expect(line(nameOf(kept))).toContainText(EXCHANGES.state.waiting)
  await expect(line(nameOf(takenBack))).toContainText(EXCHANGES.state.cancelled)
  await expect(line(nameOf(kept))).toContainText(/essayée à\s.*, sans réponse/)
  await expect(freshness).toContainText(/1\saction à transmettre/)
  const chips = desk.page.getByRole('group', { name: EXCHANGES.filters })
  await expect(chips).toContainText(`${EXCHANGES.filter.waiting} 1`)

  await office.bringHq()
  await hands.exchange()
  await expect(line(nameOf(kept))).toContainText(EXCHANGES.state.applied)
  await expect(freshness).toHaveText(/^À jour à/)

  await chips.getByRole('button', { name: `${EXCHANGES.filter.cancelled} 1` }).click()
  await expect(line(nameOf(takenBack))).toBeVisible()
  await expect(line(nameOf(kept))).toHaveCount(0)
  await chips.getByRole('button', { name: `${EXCHANGES.all} 2` }).click()
  await desk.page.getByRole('searchbox', { name: EXCHANGES.search }).fill('zzzz')
  await expect(desk.page.getByRole('heading', { name: EXCHANGES.noneWith })).toBeVisible()
  await desk.page.getByRole('button', { name: EXCHANGES.showAll }).click()
  await expect(rows).toHaveCount(3)

  // By keyboard: the tabs by their arrows, then what arrived.
  await desk.page.getByRole('tab', { name: EXCHANGES.departures }).focus()
  await desk.page.keyboard.press('ArrowRight')
  const arrivals = desk.page.getByRole('table', { name: EXCHANGES.arrivalsTable })
  await expect(arrivals.getByRole('row').last()).toContainText(EXCHANGES.source['first-sync'])
  const latest = arrivals.getByRole('row').nth(1)
  await expect(latest).toContainText(`${COMMAND_TITLES['entry.prevalidate']}${nameOf(kept)}ASCA-E1`)
  await expect(latest).toContainText(EXCHANGES.kept)
  // A name leads to the file.
  await latest.getByRole('button', { name: EXCHANGES.openCandidate(nameOf(kept)) }).press('Enter')
  await expect(desk.page.getByRole('heading', { name: nameOf(kept) }).first()).toBeVisible()
})
