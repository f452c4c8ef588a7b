import { globSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const at = (relative: string): string => path.join(import.meta.dirname, relative)

/** Beside each script and style sheet, the same compressed once and for all: HQ sends those to browsers that take them. */
const compressed: Plugin = {
  name: 'compressed',
  writeBundle({ dir = '' }) {
    for (const file of globSync('assets/*.{js,css,svg}', { cwd: dir }).map((name) => path.join(dir, name))) {
      const content = readFileSync(file)
      writeFileSync(`${file}.br`, brotliCompressSync(content))
      writeFileSync(`${file}.gz`, gzipSync(content))
    }
  },
}

/** HQ's pages for candidates (`vite build --config vite.pages.config.ts`): files that HQ serves, named after their content. */
export default defineConfig({
  root: at('pages'),
  base: '/',
  plugins: [react(), compressed],
  build: {
    outDir: at('dist/pages'),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    // The content security policy allows files of HQ only, no data: URL.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: { input: at('pages/index.html') },
  },
})
