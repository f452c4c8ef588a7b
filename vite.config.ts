import { builtinModules } from 'node:module'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { guidePlugin } from './scripts/tools/guide-plugin.ts'

const at = (relative: string): string => path.join(import.meta.dirname, relative)

// Brought by Electron, or native code that cannot be bundled; these are package.json's only "dependencies".
const external = ['electron', 'better-sqlite3', 'electron-updater']

/** One build for the three programs of the PC: the page, the preload and the main process (`vite build --app`). */
export default defineConfig({
  root: at('renderer'),
  base: './',
  plugins: [react(), guidePlugin(at('docs/guide'))],
  builder: {},
  environments: {
    client: {
      build: {
        outDir: at('dist/renderer'),
        emptyOutDir: true,
        target: 'chrome150',
        sourcemap: true,
        modulePreload: { polyfill: false },
        // The content security policy allows files of the application only, no data: URL.
        assetsInlineLimit: 0,
        // Read from the disk, not over a network: one file of 1 MB opens faster than ten.
        chunkSizeWarningLimit: 2000,
        rolldownOptions: { input: at('renderer/index.html') },
      },
    },
    preload: {
      consumer: 'client',
      resolve: { conditions: ['node', 'module'], mainFields: ['module', 'main'] },
      build: {
        outDir: at('dist/preload'),
        emptyOutDir: true,
        target: 'node24',
        minify: false,
        sourcemap: true,
        copyPublicDir: false,
        rolldownOptions: {
          input: at('preload/index.ts'),
          platform: 'node',
          external: ['electron'],
          // A sandboxed preload cannot be an ES module, nor load a second file.
          output: { format: 'cjs', entryFileNames: 'index.cjs', codeSplitting: false, exports: 'none' },
        },
      },
    },
    main: {
      consumer: 'server',
      resolve: { noExternal: true, external, conditions: ['node', 'import', 'module'] },
      build: {
        ssr: true,
        outDir: at('dist/main'),
        emptyOutDir: true,
        target: 'node24',
        minify: false,
        sourcemap: true,
        copyPublicDir: false,
        rolldownOptions: {
          input: at('main/index.ts'),
          platform: 'node',
          external: [...external, /^electron\/.+/, ...builtinModules, /^node:/],
          output: { format: 'es', entryFileNames: 'index.js' },
        },
      },
    },
  },
})
