import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readProject } from './architecture/project-files.ts'
import { rooms } from './architecture/table.ts'
import { findBreaches, findCarried, findLockfileBreaches } from './architecture.ts'

const root = path.join(import.meta.dirname, '..')
const breachesOf = (file: string, text: string): string[] => findBreaches([{ path: file, text }])

describe('the project', () => {
  const project = readProject(root)

  // Fifteen hundred files are read: on a machine that does other things too, longer than a test usually may take.
  test('keeps to its architecture', { timeout: 60_000 }, () => {
    expect(findBreaches(project)).toEqual([])
  })

  test('is read whole: every room of the table exists and is seen', () => {
    for (const room of [...Object.keys(rooms), 'scripts', 'test']) {
      expect(existsSync(path.join(root, room, 'tsconfig.json')), room).toBe(true)
      expect(
        project.some((file) => file.path.startsWith(`${room}/`)),
        room,
      ).toBe(true)
    }
  })

  test('installs from any registry', () => {
    expect(findLockfileBreaches(readFileSync(path.join(root, 'package-lock.json'), 'utf8'))).toEqual([])
  })
})

describe('a planted import is refused', () => {
  const planted: [file: string, code: string][] = [
    ['domain/entry.ts', "import { app } from 'electron'"],
    ['domain/entry.ts', "import { readFileSync } from 'node:fs'"],
    ['domain/entry.ts', "import { readFileSync } from 'fs'"],
    ['domain/entry.ts', "import { calls } from '../contract/ipc.ts'"],
    ['domain/commands/void.ts', "import type { Row } from '../../db/schema.ts'"],
    ['domain/entry.ts', "type Db = import('kysely').Kysely<unknown>"],
    ['domain/entry.ts', "const { sql } = await import('kysely')"],
    ['domain/entry.ts', "export * from '../text/fr.ts'"],
    ['domain/entry.ts', "const fs = require('node:fs')"],
    ['contract/ipc.ts', "import { fr } from '../text/fr.ts'"],
    ['contract/ipc.ts', "import path from 'node:path'"],
    ['contract/hq.ts', "import fastify from 'fastify'"],
    ['text/fr.ts', "import { z } from 'zod'"],
    ['text/fr.ts', "import { open } from '../db/open.ts'"],
    ['db/open.ts', "import { calls } from '../contract/ipc.ts'"],
    ['db/open.ts', "import { app } from 'electron'"],
    ['main/backend.ts', "import { app } from 'electron'"],
    ['main/sync/push.ts', "import type { BrowserWindow } from 'electron'"],
    ['main/sync/push.ts', "import type { IpcMain } from 'electron/main'"],
    ['main/commands/run-command.ts', "import { sql } from 'kysely'"],
    ['main/index.ts', "import { autoUpdater } from 'electron-updater'"],
    ['main/index.ts', "import { startHq } from '../hq/server.ts'"],
    ['main/index.ts', "import '../renderer/main.tsx'"],
    ['main/index.ts', 'await import(process.argv[2])'],
    ['preload/index.ts', "import { calls } from '../contract/ipc.ts'"],
    ['preload/index.ts', "import { type Api } from '../contract/ipc.ts'"],
    ['preload/index.ts', "import type { Entry } from '../domain/entry.ts'"],
    ['preload/index.ts', "import fs from 'node:fs'"],
    ['preload/bridge.ts', "import { ipcRenderer } from 'electron'"],
    ['renderer/api.ts', "import type { Api } from '../preload/index.ts'"],
    ['renderer/requests/table.tsx', "import { listEntries } from '../../db/entries.ts'"],
    ['renderer/api.ts', "import { ipcRenderer } from 'electron'"],
    ['renderer/api.ts', "import path from 'path'"],
    ['renderer/api.ts', "import { z } from '#domain/zod.ts'"],
    ['hq/app.ts', "import { open } from '../db/open.ts'"],
    ['hq/app.ts', "import { clock } from '../main/clock.ts'"],
    ['hq/app.ts', "import Database from 'better-sqlite3'"],
    ['scripts/tour.ts', "import { startApp } from '../test/helpers/start-app.ts'"],
  ]

  test.each(planted)('%s: %s', (file, code) => {
    expect(breachesOf(file, code)).toEqual([expect.stringContaining(file)])
  })

  test.each([
    ['domain/entry.ts', "import { z } from 'zod'; import { seats } from './seats.ts'"],
    ['contract/rows.ts', "import type { Entry } from '../domain/entry.ts'"],
    ['db/open.ts', "import Database from 'better-sqlite3'; import { Kysely } from 'kysely'; import fs from 'node:fs'"],
    ['main/index.ts', "import { app } from 'electron'; import { open } from '../db/open.ts'; import os from 'node:os'"],
    ['main/print/receipt.ts', "import font from '@fontsource/inter/files/x.woff2?inline'"],
    ['preload/index.ts', "import { ipcRenderer } from 'electron'; import type { Api } from '../contract/ipc.ts'"],
    ['renderer/api.ts', "import { useQuery } from '@tanstack/react-query'; import './ui/theme.css'"],
    ['hq/routes/changes.ts', "import { z } from 'zod'; import { changes } from '../../contract/hq.ts'"],
    ['domain/entry.test.ts', "import fc from 'fast-check'; import { readFileSync } from 'node:fs'"],
    ['scripts/bench.ts', "import { open } from '../db/open.ts'; import pkg from '../package.json'"],
    ['test/flows/first.test.ts', "import { buildApp } from '../../hq/app.ts'"],
  ])('and a lawful one is not: %s: %s', (file, code) => {
    expect(breachesOf(file, code)).toEqual([])
  })

  test('in the files of a real folder too', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'pupitre-rooms-'))
    try {
      mkdirSync(path.join(folder, 'domain/commands'), { recursive: true })
      writeFileSync(path.join(folder, 'domain/commands/void.ts'), "import { app } from 'electron'\n")
      expect(findBreaches(readProject(folder))).toEqual([
        'domain/commands/void.ts imports electron: domain may not use this package',
      ])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('what the window carries', () => {
  // What it reaches is read whole, as above.
  test('is no schema: nothing of it reaches zod by a value', { timeout: 60_000 }, () => {
    const project = readProject(root)
    expect(project.some(({ path: file, text }) => file === 'renderer/main.tsx' && text.includes('import '))).toBe(true)
    expect(findCarried(project)).toEqual([])
  })

  test.each([
    ['import { Entry } from "../domain/entry.ts"', 'import { z } from "zod"', true],
    ['const { Entry } = await import("../domain/entry.ts")', 'import { z } from "zod/mini"', true],
    ['export { Entry } from "../domain/entry.ts"', 'import "zod"', true],
    // Kept as it stands: its file is read for nothing.
    ['import { type Entry } from "../domain/entry.ts"', 'import { z } from "zod"', true],
    ['import type { Entry } from "../domain/entry.ts"', 'import { z } from "zod"', false],
    ['import { isLive } from "../domain/entry.ts"', 'import type { z } from "zod"', false],
  ])('%s, and there %s: carried %s', (inWindow, inDomain, carried) => {
    const files = [
      { path: 'renderer/main.tsx', text: 'import "./app.tsx"; import "./theme.css"' },
      { path: 'renderer/app.tsx', text: inWindow },
      { path: 'domain/entry.ts', text: inDomain },
    ]
    const way = 'renderer/main.tsx → renderer/app.tsx → domain/entry.ts → zod'
    expect(findCarried(files)).toEqual(carried ? [`renderer/main.tsx carries zod: ${way}`] : [])
  })
})

describe("the machine's clock", () => {
  test.each([
    ['domain/deadline.ts', 'const today = Date.now()'],
    ['domain/deadline.ts', "const today = globalThis.Date['now']()"],
    ['main/sync/cycle.ts', 'const tick = { now: Date.now }'],
    ['main/sync/cycle.ts', 'const at = new Date().toISOString()'],
    ['renderer/requests/table.tsx', 'const at = Date()'],
    ['db/entries.test.ts', 'const at = new Date()'],
    ['scripts/tour.ts', 'const at = new Date'],
    ['hq/db/migrations/010-first.sql', 'create table entry (created_at timestamptz default now())'],
    ['hq/db/entries.ts', "const columns = 'created_at timestamptz default now()'"],
    ['db/entries.ts', 'const q = sql`update entry set changed_at = CURRENT_TIMESTAMP`'],
    ['db/entries.ts', `const q = "select strftime('%Y', 'now')"`],
  ])('is not read by %s: %s', (file, code) => {
    expect(breachesOf(file, code)).toEqual([expect.stringContaining("reads the machine's clock")])
  })

  test.each([
    ['test/flows/first.test.ts', "const title = 'select now() is refused'"],
    ['main/clock.ts', 'export const clock = { now: () => new Date().toISOString() }'],
    ['hq/clock.ts', 'export const at = Date.now()'],
    ['domain/deadline.ts', "const day = new Date('2026-11-23T00:00:00Z'); const t = Date.UTC(2026, 10, 23)"],
    ['domain/deadline.ts', '// Date.now() would not do\nconst now = clock.now()'],
  ])('may be read, or is not, in %s: %s', (file, code) => {
    expect(breachesOf(file, code)).toEqual([])
  })
})

describe('files', () => {
  test.each(['hq/mail-service.ts', 'renderer/utils/format.ts', 'db/entryStore.manager.ts', 'test/helpers/utils.ts'])(
    '%s is refused for its name',
    (file) => expect(breachesOf(file, '')).toEqual([expect.stringContaining('name it after what it gives')]),
  )

  test.each(['db/restore.ts', 'test/helpers/start-app.ts', 'text/stored-copy.ts'])('%s has a fair name', (file) =>
    expect(breachesOf(file, '')).toEqual([]),
  )

  test('of 600 lines are refused, of 599 are not', () => {
    expect(breachesOf('renderer/ui/theme.css', 'a{}\n'.repeat(600))).toEqual([
      'renderer/ui/theme.css has 600 lines (600 or more)',
    ])
    expect(breachesOf('renderer/ui/theme.css', 'a{}\n'.repeat(599))).toEqual([])
    expect(breachesOf('db/schema.snapshot.sql', 'create\n'.repeat(600))).toEqual([])
  })

  test.each(["import './seats'", "import './seats.js'", "export type { Seats } from './seats'"])(
    '%s lacks its suffix',
    (code) => expect(breachesOf('domain/entry.ts', code)).toEqual([expect.stringContaining('without its suffix')]),
  )
})

test('a lockfile tied to one registry is refused', () => {
  const lock = { packages: { 'node_modules/zod': { resolved: 'https://registry.example/zod-4.6.7.tgz' } } }
  expect(findLockfileBreaches(JSON.stringify(lock))).toEqual([expect.stringContaining('registry.example')])
})
