import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

/**
 * Lets plain Node load the real `main/backend.ts`: the style sheet and the fonts of its papers are imported as text or data, which is
 * Vite's business. Import this before the backend, which must then be imported by `import()`.
 */
registerHooks({
  load(url, context, next) {
    const { search } = new URL(url)
    if (search !== '?raw' && search !== '?inline') return next(url, context)
    const bytes = readFileSync(fileURLToPath(url.slice(0, -search.length)))
    const text = search === '?raw' ? bytes.toString('utf8') : `data:font/woff2;base64,${bytes.toString('base64')}`
    return { format: 'module', source: `export default ${JSON.stringify(text)}`, shortCircuit: true }
  },
})
