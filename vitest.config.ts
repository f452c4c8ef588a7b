import { defineConfig } from 'vitest/config'

const flows = 'test/{flows,sim,hq}/**/*.test.ts'

export default defineConfig({
  test: {
    reporters: ['default'],
    // A forgotten `.only` would silently pass the rest of the suite.
    allowOnly: false,
    // Papers carry their own style sheet; by default it would be read as empty.
    css: { include: /paper\.css/ },
    projects: [
      {
        test: {
          name: 'unit',
          // Whatever is not named elsewhere: no test file can be forgotten by living in a new folder.
          include: ['**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', 'dist/**', 'out/**', '.tsbuild/**', 'test/e2e/**', flows],
          pool: 'threads',
        },
      },
      {
        test: {
          name: 'flows',
          include: [flows],
          // Two processes at a time (an HQ is a few hundred MB), after the quick tests. Files share a process, one after the other,
          // and with it the databases that tests give back emptied: booting one costs more than most files.
          pool: 'forks',
          maxWorkers: 2,
          isolate: false,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          // The same flows, HQ on PostgreSQL: what holds on the embedded database must hold on the one that serves.
          name: 'flows-postgresql',
          include: ['test/flows/**/*.test.ts'],
          // What these tell is the desk's own: the database behind HQ changes nothing in it.
          exclude: [
            'test/flows/{convocations,cut-before-paper,full-disk,papers,printers,receipt-book,session-check,wordings}.test.ts',
          ],
          env: { PUPITRE_TEST_DATABASE: 'postgresql' },
          pool: 'forks',
          maxWorkers: 2,
          isolate: false,
          sequence: { groupOrder: 2 },
          testTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
