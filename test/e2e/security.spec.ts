import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'playwright/test'
import { type Desk, type DeskOptions, openDesk } from '../../scripts/open-desk/open-desk.ts'
import { attempts, type Bridge, stoppedBy } from './security-attempts.ts'

/** Long enough for a prevented navigation, had it not been, to reach a server of this machine. */
const SETTLE_MS = 300

let options: DeskOptions
let desk: Desk
let entry: string
let server: Server
let elsewhere: string
const reached: string[] = []

test.beforeAll(async () => {
  server = createServer((request, response) => {
    reached.push(`${request.method} ${request.url}`)
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('elsewhere')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  elsewhere = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const userData = mkdtempSync(path.join(tmpdir(), 'pupitre-security-'))
  options = { userData, hqUrl: null, enrolmentCode: null, clockFile: null }
  desk = await openDesk(options)
  entry = desk.page.url()
})

test.afterAll(async () => {
  await desk?.close()
  server.closeAllConnections()
  server.close()
  rmSync(options.userData, { recursive: true, force: true })
})

test('the ordinary screen breaks no rule of its own policy', async () => {
  const broken: string[] = []
  desk.page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) broken.push(message.text())
  })
  await desk.page.reload()
  await desk.page.getByRole('button').first().waitFor()
  await desk.page.waitForTimeout(SETTLE_MS)
  expect(broken).toEqual([])
})

test('the window itself is answered', async () => {
  expect(await callAsTheWindow()).toBe('answered')
})

for (const [name, attempt] of Object.entries(attempts))
  test(`blocked: a script ${name}`, async () => {
    const violations = await watchViolations()
    expect(await desk.page.evaluate(attempt, elsewhere)).toMatch(/^(blocked|tried)$/)
    await desk.page.waitForTimeout(SETTLE_MS)
    if (stoppedBy[name] !== undefined) expect(await violations()).toContain(stoppedBy[name])
    expect(desk.page.url()).toBe(entry)
    // A window that the host is about to close still counts for a moment on a busy machine; one that stays fails.
    await expect.poll(() => desk.page.context().pages().length).toBe(1)
    expect(reached).toEqual([])
  })

test('a second start on the same data gives way to the first', async () => {
  await expect(openDesk(options)).rejects.toThrow()
  expect(await callAsTheWindow()).toBe('answered')
})

/** Without this the refusals above would prove nothing: the bridge could be dead. */
function callAsTheWindow(): Promise<string> {
  return desk.page.evaluate(async () => {
    const { api } = window as unknown as Bridge
    return api.call('desk.state', {}).then(() => 'answered', String)
  })
}

/** The rules of the policy broken from now on. */
async function watchViolations(): Promise<() => Promise<string[]>> {
  const broken = await desk.page.evaluateHandle(() => {
    const rules: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => rules.push(event.effectiveDirective))
    return rules
  })
  return () => broken.jsonValue()
}
