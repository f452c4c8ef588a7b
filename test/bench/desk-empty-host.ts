import { registerHooks } from 'node:module'

/** An empty window in the Chromium host: what `scripts/chromium-host/run.ts` does for the desk, with next to no main. */
const adapter = new URL('../../scripts/chromium-host/electron.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: adapter, shortCircuit: true } : next(specifier, context),
})

const { app } = await import('../../scripts/chromium-host/app.ts')
await app.startBrowserFirst()

await import('./desk-empty-main.ts')
