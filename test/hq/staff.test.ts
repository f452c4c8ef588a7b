import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bootHq, StartRefused } from '../../hq/boot.ts'
import type { Hq } from '../../hq/hq.ts'
import { obeyStaffOrder, readStaffOrder } from '../../hq/staff/staff-orders.ts'
import { MONDAY } from '../helpers/rows.ts'

const STAFF = path.resolve(import.meta.dirname, '../../hq/staff.ts')
const PUBLIC_URL = 'https://inscription.example.org'
const LINK = /^https:\/\/inscription\.example\.org\/siege\/mot-de-passe\?jeton=[\w-]{43}$/m

let folder: string
let hq: Hq
let close: () => Promise<void>
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pupitre-staff-'))
  writeFileSync(path.join(folder, 'clock'), MONDAY)
  const reportBug = (error: unknown) => {
    throw error
  }
  const dataFolder = path.join(folder, 'hq')
  const clockFile = path.join(folder, 'clock')
  ;({ hq, close } = await bootHq({ dataFolder, databaseUrl: undefined, clockFile, reportBug }))
})
afterAll(async () => {
  await close()
  rmSync(folder, { recursive: true, force: true })
})

/** What the command line does once the database is open. */
async function staff(words: readonly string[], publicUrl: string | null = PUBLIC_URL) {
  try {
    const order = readStaffOrder([...words])
    return order === null ? 'usage' : { code: 0, said: await obeyStaffOrder(hq, order, publicUrl) }
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error
    return { code: error.exitCode, said: error.message }
  }
}

/** The command line as a person runs it. Each is a process, which costs a second and more: the cases are told apart above. */
function run(words: readonly string[], env: Record<string, string> = {}): Promise<{ code: number; said: string }> {
  const given = { HQ_DATABASE_URL: '', HQ_PUBLIC_URL: PUBLIC_URL, ...env }
  return new Promise((resolve) =>
    execFile(
      process.execPath,
      [STAFF, '--data', path.join(folder, 'hq'), ...words],
      { env: { ...process.env, PUPITRE_CLOCK_FILE: path.join(folder, 'clock'), ...given } },
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), said: `${stdout}${stderr}` }),
    ),
  )
}

test('an account is opened, given another link, and closed; no password is ever asked for', async () => {
  const added = await staff(['add', 'Lea.Roux@example.org', 'Léa', 'Roux'])
  expect(added).toEqual({ code: 0, said: expect.stringMatching(LINK) })
  expect(added).toMatchObject({ said: expect.stringContaining('25/11/2026 à\u00a009\u00a0h\u00a041') })
  const other = await staff(['link', 'lea.roux@example.org'])
  expect(other).toEqual({ code: 0, said: expect.stringMatching(LINK) })
  expect(other).not.toEqual(added)
  const twice = await staff(['add', 'LEA.ROUX@example.org', 'Léa Roux'])
  expect(twice).toEqual({ code: 4, said: expect.stringContaining('existe déjà') })
  expect(await staff(['list'])).toMatchObject({
    said: expect.stringMatching(
      /^Lea\.Roux@example\.org\tLéa Roux\tmot de passe pas encore choisi, lien valable jusqu’au 25\/11/,
    ),
  })
  expect(await staff(['close', 'lea.roux@example.org'])).toEqual({ code: 0, said: expect.stringContaining('fermé') })
  expect(await staff(['list'])).toMatchObject({
    said: expect.stringMatching(/\tfermé le 23\/11\/2026 à\s09\s?h\s?41$/m),
  })
})

test('what is missing or wrong is said in French', async () => {
  for (const words of [[], ['remove', 'a@example.org'], ['list', 'a@example.org'], ['link', 'a@example.org', 'Léa']])
    expect(await staff(words), words.join(' ')).toBe('usage')
  expect(await staff(['add', 'nobody', 'Léa'])).toEqual({ code: 2, said: expect.stringContaining('adresse mail') })
  expect(await staff(['add', 'a@example.org'])).toEqual({ code: 2, said: expect.stringContaining('Il manque le nom') })
  expect(await staff(['add', 'a@example.org', ' '])).toEqual({ code: 2, said: expect.stringContaining('Le nom') })
  for (const act of ['link', 'close'])
    expect(await staff([act, 'nobody@example.org'])).toEqual({ code: 4, said: expect.stringContaining('Aucun compte') })
})

test('without an address of HQ’s pages, the one in the link is a guess and said to be one', async () => {
  const { said } = (await staff(['add', 'guess@example.org', 'Jo'], null)) as { said: string }
  expect(said).toMatch(/^http:\/\/127\.0\.0\.1:4180\/siege\/mot-de-passe\?jeton=[\w-]{43}$/m)
  expect(said).toContain('HQ_PUBLIC_URL n’est pas défini')
})

test('as a person runs it: exit codes, and what is kept is found by the next who opens it', async () => {
  expect(await run(['add'])).toEqual({ code: 2, said: expect.stringContaining('Usage') })
  expect(await run(['list'], { HQ_PUBLIC_URL: 'example' })).toMatchObject({ code: 2 })
  // A folder that was mistyped is no new HQ.
  const mistyped = path.join(folder, 'hp')
  expect(await run(['list', '--data', mistyped])).toEqual({
    code: 2,
    said: expect.stringContaining('n’est pas celui d’un siège'),
  })
  expect(existsSync(mistyped)).toBe(false)
  // HQ is running: this process has the folder.
  expect(await run(['list'])).toEqual({ code: 1, said: expect.stringContaining('Arrêtez-le d’abord') })
  await staff(['add', 'kept@example.org', 'Zoé'])
  await close()
  close = async () => {}
  expect(await run(['link', 'kept@example.org'])).toEqual({ code: 0, said: expect.stringMatching(LINK) })
})
