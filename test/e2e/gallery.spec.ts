import path from 'node:path'
import { chromium, expect, test } from 'playwright/test'
import { createServer } from 'vite'
import { FLAGS } from '../../scripts/chromium-host/browser.ts'
import { findBrowser } from '../../scripts/tools/find-browser.ts'
import { required } from '../../scripts/tools/found.ts'
import { brokenRules } from './accessibility.ts'
import { keepPicture } from './keep-picture.ts'

const root = path.join(import.meta.dirname, '../..')

test('the kit’s parts break no accessibility rule in any state, light, dark or in high contrast', async () => {
  const server = await createServer({
    configFile: path.join(root, 'vite.config.ts'),
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0, open: false },
  })
  await server.listen()
  const [address = ''] = server.resolvedUrls?.local ?? []
  const browser = await chromium.launch({ executablePath: required(await findBrowser()), args: FLAGS })
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await page.goto(`${address}gallery/`)
    const broken: string[] = []
    for (const theme of ['Clair', 'Sombre'])
      for (const contrast of ['Contraste ordinaire', 'Contraste élevé']) {
        await page.getByRole('radio', { name: theme }).check({ force: true })
        await page.getByRole('radio', { name: contrast }).check({ force: true })
        await keepPicture(page, 'kit', theme, contrast)
        broken.push(...(await brokenRules(page)).map((rule) => `${theme}, ${contrast}: ${rule}`))
      }
    expect(broken).toEqual([])
  } finally {
    await browser.close()
    await server.close()
  }
})
