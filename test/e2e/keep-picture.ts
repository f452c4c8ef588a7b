import path from 'node:path'
import type { Page } from 'playwright'

/** A picture of the screen as it stands, whole, when somebody wants to look at them all (`npm run screens`). */
export async function keepPicture(page: Page, ...name: readonly (string | number)[]): Promise<void> {
  const folder = process.env.PUPITRE_SCREENS
  if (!folder) return
  const file = `${name.join(' ').replace(/\W+/g, '-')}.png`
  await page.screenshot({ path: path.join(folder, file), fullPage: true, animations: 'disabled' })
}
