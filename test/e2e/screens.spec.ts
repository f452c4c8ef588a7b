import { expect } from 'playwright/test'
import { nameOf } from '../../scripts/tour/secretary.ts'
import { EXCHANGES } from '../../text/screens/exchanges.ts'
import { RESCUE } from '../../text/screens/rescue.ts'
import { brokenRules } from './accessibility.ts'
import { keepPicture } from './keep-picture.ts'
import { test } from './office.ts'

for (const colorScheme of ['light', 'dark'] as const)
  test(`no screen breaks an accessibility rule (${colorScheme})`, async ({ office }) => {
    const { desk, hands } = await office.open('rennes', { colorScheme })
    const broken: string[] = []
    const look = async (screen: string) => {
      await keepPicture(desk.page, 'desk', screen, colorScheme)
      broken.push(...(await brokenRules(desk.page)).map((rule) => `${screen}: ${rule}`))
    }
    await desk.page.getByRole('heading', { level: 1 }).waitFor()
    await look('who')
    await hands.sitDownAs('manager')
    await look('requests')
    const [request] = await hands.requests('2027-01')
    if (request) {
      await hands.filter('Toutes')
      await hands.open(nameOf(request))
      await look('file')
    }
    for (const screen of ['seats', 'payments', 'papers', 'review'] as const) {
      await hands.go(screen)
      await look(screen)
    }
    await hands.go('exchanges')
    await look('departures')
    await desk.page.getByRole('tab', { name: EXCHANGES.arrivals }).click()
    await look('arrivals')
    await desk.page.getByRole('main').getByRole('button', { name: RESCUE.open }).click()
    await desk.page.getByRole('dialog').waitFor()
    await look('rescue')
    expect(broken).toEqual([])
  })

test.describe('a centre with two thousand requests', () => {
  test.use({ sample: 'big' })
  test('shows them all, whole, and finds anyone', async ({ office }) => {
    const { desk, hands } = await office.open()
    await hands.sitDownAs('secretary')
    const requests = await hands.requests('2027-01')
    expect(requests.length).toBeGreaterThanOrEqual(2000)
    await hands.filter('Toutes')
    const last = requests.at(-1)
    if (!last) throw new Error('no request')
    await desk.page.getByRole('searchbox').fill(last.candidate.phone)
    await expect(
      desk.page.getByRole('rowheader', { name: new RegExp(last.candidate.firstNames) }).first(),
    ).toBeVisible()
  })
})
