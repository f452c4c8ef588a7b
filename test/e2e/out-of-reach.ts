import type { Page } from 'playwright'

/**
 * What a person could not get at in the window as wide as it is now: a document that must be scrolled sideways, a button of the screen,
 * the rail or the top bar that no scrolling brings whole into the window. One sentence each.
 */
export async function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth > clientWidth) found.push(`the document is ${scrollWidth} wide in ${clientWidth}`)
    const main = document.querySelector('main')
    if (main && main.scrollWidth > main.clientWidth)
      found.push(`the screen is ${main.scrollWidth} in ${main.clientWidth}`)
    const parts = document.querySelectorAll<HTMLElement>('.rail a, .top button, main .head button, main .btn.primary')
    for (const part of parts) {
      if (!part.checkVisibility()) continue
      part.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      const box = part.getBoundingClientRect()
      const whole = box.left >= -1 && box.right <= innerWidth + 1 && box.top >= -1 && box.bottom <= innerHeight + 1
      const above = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
      const name = part.title || part.textContent
      if (!whole) found.push(`${name} is cut: ${Math.round(box.left)} to ${Math.round(box.right)}`)
      else if (!above || !(part.contains(above) || above.contains(part))) found.push(`${name} is covered`)
    }
    return found
  })
}
