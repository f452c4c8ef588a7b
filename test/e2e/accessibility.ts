import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright'

/** Every rule of axe, best practices too (headings in order, everything inside a landmark), or those named; with where each is broken. */
export async function brokenRules(page: Page, rules?: readonly string[]): Promise<string[]> {
  // The window is the host's: axe must not open pages of its own in it.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  if (rules) axe.withRules([...rules])
  else axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
  const { violations } = await axe.analyze()
  return violations.map(({ id, nodes }) => {
    const where = nodes.map(({ target }) => target.join(' ')).slice(0, 3)
    return `${id} ${where.join(' | ')}`
  })
}
