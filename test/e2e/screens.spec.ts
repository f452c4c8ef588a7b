import AxeBuilder from '@axe-core/playwright'
import { expect } from 'playwright/test'
import { nameOf } from '../../scripts/tour/secretary.ts'
import { test } from './office.ts'

for (const colorScheme of ['light', 'dark'] as const)
  test(`no screen breaks an accessibility rule (${colorScheme})`, async ({ office }) => {
    const { desk, hands } = await office.open('rennes', { colorScheme })
    const broken: string[] = []
    const look = async (screen: string) => {
      // The window is the host's: axe must not open pages of its own in it.
      const { violations } = await new AxeBuilder({ page: desk.page })
        .setLegacyMode()
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze()
      for (const { id, nodes } of violations)
        broken.push(
          `${screen}: ${id} ${nodes
            .map(({ target }) => target.join(' '))
            .slice(0, 3)
            .join(' | ')}`,
        )
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
