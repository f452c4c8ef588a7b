import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HqApp } from '../../../hq/routes/hq-app.ts'
import { PAGE_ADDRESSES, pageFiles, STAFF_ADDRESSES } from '../../../hq/routes/pages/files.ts'
import { secureHeaders } from '../../../hq/security-headers.ts'
import { PAGES_NOT_BUILT } from '../../../text/hq.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pupitre-pages-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function serving(built: string, publicUrl = ''): Promise<HqApp> {
  const app: HqApp = fastify()
  await secureHeaders(app, { publicUrl })
  await app.register(async (files: HqApp) => pageFiles(files, built))
  return app
}

function build(): string {
  const built = path.join(folder, 'built')
  mkdirSync(path.join(built, 'assets'), { recursive: true })
  writeFileSync(path.join(built, 'index.html'), '<!doctype html><title>pages</title>')
  writeFileSync(path.join(built, 'assets/index-abc.js'), 'let one = 1')
  writeFileSync(path.join(built, 'secret.txt'), 'secret')
  return built
}

test('every address that mails and pages name is answered by the page, asked for each time', async () => {
  const app = await serving(build())
  for (const url of [...PAGE_ADDRESSES, ...STAFF_ADDRESSES].flatMap((address) => [address, `${address}?jeton=abc`])) {
    const { statusCode, headers, body } = await app.inject({ url })
    expect([url, statusCode, headers['cache-control']]).toEqual([url, 200, 'no-cache'])
    expect(headers['content-type']).toContain('text/html')
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    expect(body).toContain('<title>pages</title>')
    expect(headers['x-robots-tag']).toBe(url.startsWith('/siege') ? 'noindex, nofollow' : undefined)
  }
})

test('files named after their content are kept for a year; nothing beside them is served', async () => {
  const app = await serving(build())
  const { statusCode, headers } = await app.inject({ url: '/assets/index-abc.js' })
  expect([statusCode, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable'])
  for (const url of [
    '/assets/none.js',
    '/assets/',
    '/secret.txt',
    '/assets/../secret.txt',
    '/assets/%2e%2e/secret.txt',
  ])
    expect([url, (await app.inject({ url })).statusCode]).toEqual([
      url,
      expect.toSatisfy((code: number) => code >= 400),
    ])
})

test('an HQ whose pages are not built says so, and how to build them, until they are', async () => {
  const built = path.join(folder, 'later')
  const app = await serving(built)
  const { statusCode, body, headers } = await app.inject({ url: '/inscription' })
  expect([statusCode, body]).toEqual([503, PAGES_NOT_BUILT])
  expect(headers['content-type']).toBe('text/plain; charset=utf-8')
  mkdirSync(built)
  writeFileSync(path.join(built, 'index.html'), 'now')
  expect((await app.inject({ url: '/inscription' })).body).toBe('now')
})

test('only an HQ whose pages are at an https address has browsers insist on it', async () => {
  const insisting = async (publicUrl: string) => {
    const { headers } = await (await serving(build(), publicUrl)).inject({ url: '/' })
    return headers['strict-transport-security']
  }
  expect(await insisting('https://inscriptions.example.org')).toMatch(/^max-age=\d{7,}/)
  expect([await insisting(''), await insisting('http://127.0.0.1:4180')]).toEqual([undefined, undefined])
})
