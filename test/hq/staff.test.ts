import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { takeDataLock } from '../../hq/data-lock.ts'
import { MONDAY } from '../helpers/rows.ts'

const STAFF = path.resolve(import.meta.dirname, '../../hq/staff.ts')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pupitre-staff-'))
  writeFileSync(path.join(folder, 'clock'), MONDAY)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Each command is a process that opens the database: on a busy machine that takes its time. */
const LONG = 180_000

/** The command line as a person runs it. */
function staff(words: readonly string[], env: Record<string, string> = {}): Promise<{ code: number; said: string }> {
  const given = { HQ_DATABASE_URL: '', HQ_PUBLIC_URL: 'https://inscription.example.org', ...env }
  return new Promise((resolve) =>
    execFile(
      process.execPath,
      [STAFF, '--data', path.join(folder, 'hq'), ...words],
      { env: { ...process.env, PUPITRE_CLOCK_FILE: path.join(folder, 'clock'), ...given } },
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), said: `${stdout}${stderr}` }),
    ),
  )
}

const LINK = /^https:\/\/inscription\.example\.org\/siege\/mot-de-passe\?jeton=[\w-]{43}$/m

test(
  'an account is opened, given another link, and closed; no password is ever asked for',
  async () => {
    const added = await staff(['add', 'Lea.Roux@example.org', 'Léa', 'Roux'])
    expect(added).toEqual({ code: 0, said: expect.stringMatching(LINK) })
    expect(added.said).toContain('25/11/2026 à\u00a009\u00a0h\u00a041')
    const other = await staff(['link', 'lea.roux@example.org'])
    expect(other).toEqual({ code: 0, said: expect.stringMatching(LINK) })
    expect(LINK.exec(other.said)?.[0]).not.toBe(LINK.exec(added.said)?.[0])
    expect((await staff(['list'])).said).toMatch(
      /^Lea\.Roux@example\.org\tLéa Roux\tmot de passe pas encore choisi, lien valable jusqu’au 25\/11/,
    )
    expect(await staff(['close', 'lea.roux@example.org'])).toEqual({ code: 0, said: expect.stringContaining('fermé') })
    expect((await staff(['list'])).said).toMatch(/\tfermé le 23\/11\/2026 à\s09\s?h\s?41$/m)
  },
  LONG,
)

test(
  'what is missing or wrong is said in French',
  async () => {
    for (const words of [
      ['add', 'a@example.org'],
      ['remove', 'a@example.org'],
    ])
      expect(await staff(words)).toEqual({ code: 2, said: expect.stringContaining('Usage') })
    expect(await staff(['add', 'nobody', 'Léa'])).toEqual({ code: 2, said: expect.stringContaining('adresse mail') })
    expect((await staff(['list'], { HQ_PUBLIC_URL: 'example' })).code).toBe(2)
    const unknown = await staff(['close', 'nobody@example.org'])
    expect(unknown).toEqual({ code: 4, said: expect.stringContaining('Aucun compte') })
  },
  LONG,
)

test(
  'while HQ runs on the embedded database it says to stop it first',
  async () => {
    const release = takeDataLock(path.join(folder, 'hq'))
    try {
      expect(await staff(['list'])).toEqual({ code: 1, said: expect.stringContaining('Arrêtez-le d’abord') })
    } finally {
      release()
    }
  },
  LONG,
)
