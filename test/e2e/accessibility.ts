import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright'

/** The WCAG 2.2 AA rules that the page breaks as it stands, with where. */
export async function brokenRules(page: Page): Promise<string[]> {
  // The window is the host's: axe must not open pages of its own in it.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.map(({ id, nodes }) => {
    const where = nodes.map(({ target }) => target.join(' ')).slice(0, 3)
    return `${id} ${where.join(' | ')}`
  })
}
