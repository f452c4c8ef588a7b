import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright'

/** React Aria puts the hidden buttons that close a popover beside its dialog, at the end of the page: in no landmark, on purpose. */
const POPOVER = '<div style="display: contents;">'

/** Every rule of axe, best practices too (headings in order, everything inside a landmark), or those named; with where each is broken. */
export async function brokenRules(page: Page, rules?: readonly string[]): Promise<string[]> {
  // The window is the host's: axe must not open pages of its own in it.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  if (rules) axe.withRules([...rules])
  else axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) => {
    const own = nodes.filter(({ html }) => !(id === 'region' && html.startsWith(POPOVER)))
    if (own.length === 0) return []
    const where = own.map(({ target }) => target.join(' ')).slice(0, 3)
    return `${id} ${where.join(' | ')}`
  })
}
