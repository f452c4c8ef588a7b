import { registerHooks } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Runs the built application without Electron's runtime: `node scripts/chromium-host/run.ts`, after `npm run build`.
 * The same main and preload bundles, with the module `electron` answered by an adapter over the machine's Chromium.
 * Never packaged. What it cannot prove is listed in docs/electron.md.
 */
const adapter = new URL('./electron.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: adapter, shortCircuit: true } : next(specifier, context),
})

const { app } = await import('./app.ts')
await app.startBrowserFirst()

const main = path.join(import.meta.dirname, '../../dist/main/index.js')
await import(pathToFileURL(main).href)
