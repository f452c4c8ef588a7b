import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Write } from '../../domain/entities.ts'
import { makeSample } from '../../hq/sample/make-sample.ts'
import { aDevice, ask } from '../helpers/a-device.ts'
import { MONDAY } from '../helpers/rows.ts'
import { SITE, startMailbox } from './mail-world.ts'

const SERVER = path.resolve(import.meta.dirname, '../../hq/server.ts')

type Ready = { url: string; enrolmentCodes: Record<string, string> }

/** A process of HQ on the sample of that Monday, ended with the test. */
function start(env: Record<string, string>) {
  const folder = mkdtempSync(path.join(tmpdir(), 'pupitre-hq-'))
  writeFileSync(path.join(folder, 'clock'), MONDAY)
  const child = fork(SERVER, ['--data', path.join(folder, 'hq'), '--port', '0', '--sample', 'small'], {
    silent: true,
    env: { ...process.env, HQ_DATABASE_URL: '', PUPITRE_CLOCK_FILE: path.join(folder, 'clock'), ...env },
  })
  let said = ''
  for (const output of [child.stdout, child.stderr]) output?.on('data', (data) => (said += String(data)))
  const ended = once(child, 'exit')
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
    rmSync(folder, { recursive: true, force: true })
  })
  return { child, ended, said: () => said }
}

/** One that the sample holds, which fits: its centre has a seat for it. */
function aRequest(): { requestId: string; entryIds: string[]; email: string } {
  const writes: Write[] = makeSample(MONDAY).centres.flatMap(({ batches }) => batches.flat())
  const values = <E extends Write['entity']>(entity: E) =>
    writes.flatMap((write) => (write.entity === entity ? [write.value as Extract<Write, { entity: E }>['value']] : []))
  const taken = (offeringId: string | null) =>
    values('entry').filter((one) => one.offeringId === offeringId && ['prevalidated', 'confirmed'].includes(one.status))
  for (const entry of values('entry').filter(({ status }) => status === 'requested')) {
    const offering = values('offering').find(({ id }) => id === entry.offeringId)
    if (!offering?.open || taken(offering.id).length >= offering.seats) continue
    const email = values('candidate').find(({ id }) => id === entry.candidateId)?.email
    if (email) return { requestId: entry.requestId, entryIds: [entry.id], email }
  }
  throw new Error('No request that fits')
}

test('a server that is told how sends what its centres decide, with links to its public address', async () => {
  const box = await startMailbox()
  const hq = start({ HQ_SMTP_URL: box.url, HQ_MAIL_FROM: 'Pupitre <p@example.org>', HQ_PUBLIC_URL: `${SITE}/` })
  const [{ url, enrolmentCodes }] = (await once(hq.child, 'message')) as [Ready]
  const code = async (centreId: string) => enrolmentCodes[centreId] ?? ''
  const pc = await aDevice({ url, clock: { now: () => MONDAY } as never, enrolmentCode: code }, 'rennes')
  const { requestId, entryIds, email } = aRequest()
  expect(await pc.send(pc.command('entry.prevalidate', { requestId, entryIds }))).toEqual(['applied'])
  // The sample has payments that are due soon: their reminders leave too.
  const arrived = () => box.arrived.filter(({ mail }) => !mail.subject?.startsWith('Rappel'))
  await expect.poll(() => arrived().map(({ to }) => to), { timeout: 20_000 }).toEqual([[email]])
  expect(arrived()[0]?.mail.text).toContain(`${SITE}/espace`)
  expect((await ask(url, '/dev/mails')).status).toBe(404)
  hq.child.kill('SIGTERM')
  expect((await hq.ended)[0]).toBe(0)
  expect(hq.said()).not.toContain('HQ_SMTP_URL')
})

test('without a server for them mails wait, and it says so; in a demonstration it says where to read them', async () => {
  const production = start({ HQ_SMTP_URL: '', HQ_DEV: '' })
  await once(production.child, 'message')
  await expect.poll(production.said).toContain('HQ_SMTP_URL n’est pas défini, ils attendent dans la file')
  const demonstration = start({ HQ_SMTP_URL: '', HQ_DEV: '1' })
  const [{ url }] = (await once(demonstration.child, 'message')) as [Ready]
  await expect.poll(demonstration.said).toContain(`lisez-les sur ${url}/dev/mails`)
  expect((await fetch(`${url}/dev/mails`)).status).toBe(200)
})

test.each([
  [{ HQ_SMTP_URL: 'mail.example.org' }, /^HQ_SMTP_URL doit/],
  [{ HQ_SMTP_URL: 'smtp://mail.example.org' }, /^HQ_MAIL_FROM doit/],
  [{ HQ_PUBLIC_URL: 'example.org' }, /^HQ_PUBLIC_URL doit/],
])('what cannot be used stops it with one sentence: %o', async (env, sentence) => {
  const hq = start({ HQ_SMTP_URL: '', HQ_MAIL_FROM: '', ...env })
  expect((await hq.ended)[0]).toBe(2)
  expect(hq.said()).toMatch(sentence)
  expect(hq.said()).not.toMatch(/\n\s+at /)
})
