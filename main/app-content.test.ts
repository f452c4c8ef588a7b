import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appContent } from './app-content.ts'
import { offerPaper, offerPreview } from './print/offered-papers.ts'

let root: string
let folder: string

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'pupitre-content-'))
  folder = path.join(root, 'renderer')
  mkdirSync(path.join(folder, 'assets'), { recursive: true })
  mkdirSync(path.join(root, 'renderer-of-another'))
  writeFileSync(path.join(folder, 'index.html'), '<title>Pupitre</title>')
  writeFileSync(path.join(folder, 'assets/été.woff2'), 'font')
  writeFileSync(path.join(folder, 'assets/run.exe'), 'program')
  writeFileSync(path.join(root, 'secret.json'), '{}')
  writeFileSync(path.join(root, 'renderer-of-another/index.html'), 'other')
  symlinkSync(path.join(root, 'secret.json'), path.join(folder, 'linked.json'))
})

afterAll(() => rmSync(root, { recursive: true, force: true }))

const get = (url: string): Promise<Response> => appContent({ url, method: 'GET' }, folder)

test('a file of the renderer comes with its type and the window policy', async () => {
  const response = await get('app://pupitre/index.html')
  expect(await response.text()).toBe('<title>Pupitre</title>')
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
  expect(response.headers.get('content-security-policy')).not.toContain('unsafe')
})

test('a name with accents is found', async () => {
  const response = await get('app://pupitre/assets/%C3%A9t%C3%A9.woff2')
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'font/woff2'])
})

test.each([
  'app://pupitre/',
  'app://pupitre/missing.html',
  'app://pupitre/assets',
  'app://pupitre/assets/run.exe',
  'app://pupitre/linked.json',
  'app://pupitre/../secret.json',
  'app://pupitre/..%2fsecret.json',
  'app://pupitre/%2e%2e%2fsecret.json',
  'app://pupitre/assets/..%2f..%2fsecret.json',
  'app://pupitre/..%2frenderer-of-another%2findex.html',
  'app://pupitre/%00',
  'app://pupitre/%',
  'app://elsewhere/index.html',
  'app://paper/',
  'app://paper/guess',
  'not an address',
])('%s is nothing', async (address) => {
  const response = await get(address)
  expect([response.status, await response.text()]).toEqual([404, ''])
})

test('nothing can be written', async () => {
  expect((await appContent({ url: 'app://pupitre/index.html', method: 'POST' }, folder)).status).toBe(405)
})

test('a paper is there under its token until it is withdrawn, and may run no script', async () => {
  const { token, withdraw } = offerPaper('<title>Reçu</title>')
  const response = await get(`app://paper/${token}`)
  expect(await response.text()).toBe('<title>Reçu</title>')
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'unsafe-inline'")
  expect(response.headers.get('content-security-policy')).not.toContain('script-src')
  withdraw()
  expect((await get(`app://paper/${token}`)).status).toBe(404)
})

test('a paper is shown in a frame of the window only, of no origin, and without a script; the oldest make room', async () => {
  const token = offerPreview('<title>Aperçu</title>')
  const response = await get(`app://pupitre/preview/${token}`)
  expect(await response.text()).toBe('<title>Aperçu</title>')
  const policy = response.headers.get('content-security-policy')?.split('; ')
  expect(policy).toContain('sandbox')
  expect(policy).toContain("frame-ancestors 'self'")
  expect(policy?.join()).not.toContain('script-src')
  for (const elsewhere of [`app://paper/${token}`, `app://pupitre/${token}`, 'app://pupitre/preview/guess'])
    expect((await get(elsewhere)).status).toBe(404)
  for (let more = 0; more < 4; more++) offerPreview('<title>Un autre</title>')
  expect((await get(`app://pupitre/preview/${token}`)).status).toBe(404)
})
