/** What one room may import: other rooms, npm packages (`@scope/*` for a whole scope), and Node's own modules or not. */
export type Room = { rooms: readonly string[]; packages: readonly string[]; node: boolean }

/** The architecture. Changing this table is a decision: do it in a change of its own, with a line in docs/decisions. */
export const rooms: Record<string, Room> = {
  domain: { rooms: [], packages: ['zod'], node: false },
  contract: { rooms: ['domain'], packages: ['zod'], node: false },
  text: { rooms: ['domain', 'contract'], packages: [], node: false },
  rescue: { rooms: ['domain', 'contract'], packages: ['zod', 'age-encryption'], node: true },
  db: { rooms: ['domain'], packages: ['zod', 'kysely', 'better-sqlite3'], node: true },
  main: {
    rooms: ['domain', 'contract', 'text', 'db', 'rescue'],
    packages: [
      'zod',
      'kysely',
      'electron',
      'electron-updater',
      'age-encryption',
      '@fontsource/inter',
      'write-excel-file',
      'csv-parse',
    ],
    node: true,
  },
  preload: { rooms: ['contract'], packages: ['electron'], node: false },
  kit: {
    rooms: [],
    packages: ['react', 'react-aria-components', '@tanstack/*', '@fontsource-variable/inter'],
    node: false,
  },
  pages: {
    rooms: ['domain', 'contract', 'text', 'kit'],
    packages: ['zod', 'react', 'react-dom', 'react-aria-components', '@tanstack/*', '@fontsource-variable/inter'],
    node: false,
  },
  renderer: {
    rooms: ['domain', 'contract', 'text', 'kit'],
    packages: [
      'react',
      'react-dom',
      'react-aria-components',
      '@tanstack/*',
      '@fontsource-variable/inter',
      // The operator's guide, as the build writes it (docs/decisions/0024-help.md).
      'virtual:guide',
    ],
    node: false,
  },
  hq: {
    rooms: ['domain', 'contract', 'text', 'rescue'],
    packages: [
      'zod',
      'fastify',
      '@fastify/*',
      'fastify-type-provider-zod',
      'kysely',
      'pg',
      '@electric-sql/pglite',
      'age-encryption',
      'nodemailer',
      'pdfkit',
      '@fontsource/inter',
      '@etalab/decoupage-administratif',
    ],
    node: true,
  },
}

/** These two use every room, and any package; scripts still may not import test. */
export const toolRooms = ['scripts', 'test']

/** Inside the rooms, these packages are further kept to the files named, or to the folders (`…/`); types count too. */
export const packageFiles: Record<string, readonly string[]> = {
  electron: [
    'main/index.ts',
    'main/window.ts',
    'main/ipc.ts',
    'main/app-protocol.ts',
    'main/security.ts',
    'main/menu.ts',
    'main/update.ts',
    'main/print/to-pdf.ts',
    'main/print/to-printer.ts',
    'main/print/unseen-window.ts',
    'main/open-document.ts',
    'main/choose-file.ts',
    'preload/index.ts',
  ],
  'electron-updater': ['main/update.ts'],
  // What a screen reads is a query of its own; what a command writes goes through `db/`.
  kysely: ['db/', 'hq/', 'main/reads/'],
  'virtual:guide': ['renderer/help/help-sheet.tsx', 'renderer/search/use-guide.ts'],
  'csv-parse': ['main/bank/read-table.ts'],
  'write-excel-file': ['main/write-xlsx.ts'],
  pdfkit: ['hq/papers/open-sheet.ts', 'hq/papers/paper-fonts.ts'],
}

/** Rooms read by another only for their types, so that none of their code is bundled with it. */
export const typesOnly: Record<string, readonly string[]> = { preload: ['contract'] }

/** Packages that an entry's script must not carry, however many files there are between: read at each start (docs/decisions/0030-no-schemas-in-the-window.md). */
export const notCarried: Record<string, readonly string[]> = { 'renderer/main.tsx': ['zod'] }

/** The only files that read the machine's clock; everything else is given a `Clock`. */
export const clockFiles = ['main/clock.ts', 'hq/clock.ts']

/** A file named after a mechanism grows without end: name it after what it gives. */
export const vagueNames = ['util', 'utils', 'manager', 'service', 'store', 'helper', 'helpers']

/** A file this long, or longer, is refused. */
export const tooLong = 600
