import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'playwright/test'
import { installedElectron } from '../../scripts/tools/electron-runtime.ts'
import { shellText } from '../../text/shell.ts'
import { breakPage } from '../helpers/broken-desk.ts'
import { test } from './office.ts'

// Electron's own message box waits for a person; what follows its answer is the same code as here.
if (installedElectron() === null)
  test('a damaged database: the backup is offered; quitting changes nothing, restoring brings the work back', async ({
    office,
  }) => {
    const first = await office.open()
    await first.hands.sitDownAs('secretary')
    await first.desk.close()
    // Not at the very start, when the window asks for all that it shows.
    const { desk, hands } = await office.open()
    const before = await hands.requests('2027-01')
    const folder = path.join(office.folder, 'desk-rennes')
    const backup = path.join(folder, 'sauvegardes/pupitre-2026-11-23.sqlite')
    await expect.poll(() => existsSync(backup), { timeout: 30_000 }).toBe(true)
    await desk.close()
    breakPage(path.join(folder, 'pupitre.sqlite'), 'entry')

    const quit = await office.open().then(
      () => 'opened',
      (error: Error) => error.message,
    )
    expect(quit).toContain(shellText.restore.damaged)
    expect(readdirSync(folder).some((name) => name.includes('abime'))).toBe(false)

    process.env.PUPITRE_HOST_ANSWER = 'Restaurer'
    try {
      const again = await office.open()
      await again.desk.page.getByRole('grid').waitFor()
      expect(again.desk.log.join('\n')).toContain(shellText.restore.damaged)
      expect(await again.hands.requests('2027-01')).toEqual(before)
      expect(readdirSync(folder).some((name) => name.includes('abime'))).toBe(true)
    } finally {
      delete process.env.PUPITRE_HOST_ANSWER
    }
  })
