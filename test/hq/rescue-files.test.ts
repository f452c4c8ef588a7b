import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ChangesAnswer } from '../../contract/hq.ts'
import type { Return } from '../../contract/rescue.ts'
import { prepareHq } from '../../hq/app.ts'
import { compact } from '../../hq/compact.ts'
import type { Hq } from '../../hq/hq.ts'
import { takeDeparture } from '../../hq/take-departure.ts'
import { openReturn } from '../../rescue/open.ts'
import { AGE, aDevice, ask, deviceOn, valuesOf } from '../helpers/a-device.ts'
import type { RunningHq } from '../helpers/an-hq.ts'
import { ENGINES, type Engine } from '../helpers/hq-database.ts'
import { MONDAY } from '../helpers/rows.ts'
import { smallWorld } from '../helpers/world.ts'
import { pay, prevalidate } from './acts.ts'
import { startHqWith } from './start-hq.ts'
import { twoInstances } from './two-instances.ts'

/** HQ as the import tool runs it, on the same database. */
function importer(hq: RunningHq, engine: Engine): Promise<Hq> {
  return prepareHq({ db: hq.db, engine, clock: hq.clock, reportBug: (error) => hq.bugs.push(error) })
}

async function taken(hq: Hq, file: Uint8Array) {
  const result = await takeDeparture(hq, file)
  if (!result.ok) throw new Error(result.refusal)
  return { ...result, answer: await readAnswer(hq, result.answer) }
}

async function readAnswer(hq: Hq, file: Uint8Array): Promise<Return> {
  const opened = await openReturn(file, { identity: AGE.identity, publicKey: hq.keys.publicKey })
  if (!opened.ok) throw new Error(opened.refusal)
  return opened.payload
}

async function refusal(hq: Hq, file: Uint8Array): Promise<string> {
  const result = await takeDeparture(hq, file)
  return result.ok ? 'taken' : result.refusal
}

describe.each(ENGINES)('a rescue file at HQ, on %s', (database) => {
  async function start() {
    const { hq, world } = await startHqWith({ seats: 1 }, { database })
    return { hq, world, pc: await aDevice(hq, 'rennes', 'ACCUEIL'), tool: await importer(hq, database) }
  }

  test('has the effect of an exchange: its commands judged, and everything since its cursor in answer', async () => {
    const { hq, world, pc, tool } = await start()
    const { cursor } = await pc.changes()
    const commands = [prevalidate(pc, world, 'Ny'), prevalidate(pc, world, 'Roy'), pay(pc, world, 'Ny')]
    const { results, answer, deviceName } = await taken(tool, await pc.departure(commands, { number: 4, cursor }))
    expect(results.map(({ status, code }) => `${status} ${code}`)).toEqual([
      'applied null',
      'refused no-seat-left',
      'applied null',
    ])
    const told = await pc.changes(cursor)
    expect(told.changes.map(({ commandId }) => commandId)).toEqual(commands.map(({ id }) => id))
    expect(deviceName).toBe('ACCUEIL')
    expect(answer).toEqual({
      kind: 'return',
      centreId: 'rennes',
      deviceId: pc.deviceId,
      number: 1,
      answers: 4,
      madeAt: hq.clock.now(),
      from: cursor,
      to: told.cursor,
      changes: told.changes,
      rows: null,
      digest: told.digest,
    })
    expect(hq.bugs).toEqual([])
  })

  test('read twice, late, out of order, or after the network came back, does nothing twice and is answered again', async () => {
    const { world, pc, tool } = await start()
    const { cursor } = await pc.changes()
    const [one, two, three] = [prevalidate(pc, world, 'Ny'), pay(pc, world, 'Ny'), pay(pc, world, 'Roy')]
    const early = await pc.departure([one], { number: 1, cursor, lastSequence: 1 })
    const later = await pc.departure([one, two], { number: 2, cursor, lastSequence: 2 })
    expect((await taken(tool, later)).results.map(({ status }) => status)).toEqual(['applied', 'applied'])
    expect(await pc.send(one, two, three)).toEqual(['applied', 'applied', 'applied'])
    const before = await pc.changes()
    for (const [file, number] of [
      [early, 2],
      [later, 3],
      [early, 4],
    ] as const) {
      const { answer } = await taken(tool, file)
      expect(answer).toMatchObject({ number, from: cursor, to: before.cursor })
    }
    expect(await pc.changes()).toEqual(before)
    expect(valuesOf(await pc.rows(), 'payment')).toHaveLength(2)
  })

  test('of a PC whose first sync was not complete, or too far behind, is answered with all rows', async () => {
    const { hq, pc, tool } = await start()
    const { cursor } = await pc.changes()
    const expectAllRows = async (file: Uint8Array) => {
      const { answer } = await taken(tool, file)
      expect(answer).toMatchObject({ changes: [], to: cursor })
      expect(answer.rows).toEqual((await pc.snapshot()).flatMap(({ rows }) => rows))
      expect(answer.digest).toEqual((await pc.changes(cursor)).digest)
    }
    await expectAllRows(await pc.departure([], { complete: false }))
    // From an HQ that was restored: nothing of what this PC knows can be told one by one.
    await expectAllRows(await pc.departure([], { cursor: { common: 1, centre: 999 } }))
    expect((await taken(tool, await pc.departure([]))).answer.rows).toBeNull()
    await compact(hq.db, '2027-01-01T00:00:00.000Z')
    await expectAllRows(await pc.departure([]))
    expect((await taken(tool, await pc.departure([], { cursor }))).answer).toMatchObject({ changes: [], rows: null })
  })

  test('that HQ cannot trust is refused with its reason, and nothing of it is taken', async () => {
    const { hq, world, pc, tool } = await start()
    const other = await aDevice(hq, 'rennes')
    const command = prevalidate(pc, world, 'Ny')
    const file = await pc.departure([command])
    const { cursor } = await pc.changes()
    const bent = Uint8Array.from(file)
    bent[bent.length - 5] = (bent.at(-5) ?? 0) ^ 1
    expect(await refusal(tool, Buffer.from('Bonjour'))).toBe('not-a-rescue-file')
    expect(await refusal(tool, file.subarray(0, file.length - 9))).toBe('truncated')
    expect(await refusal(tool, bent)).toBe('altered')
    expect(await refusal(tool, await pc.departure([command], { centreId: 'papeete' }))).toBe('other-centre')
    expect(await refusal(tool, await pc.departure([command], { deviceId: 'nobody' }))).toBe('unknown-sender')
    // Signed by one PC in the name of another.
    expect(await refusal(tool, await pc.departure([command], { deviceId: other.deviceId }))).toBe('altered')
    const elsewhere = deviceOn(hq, { ...pc.disk, enrolled: { ...pc.disk.enrolled, hqAgePublicKey: AGE.recipient } })
    expect(await refusal(tool, await elsewhere.departure([command]))).toBe('altered')
    expect(await refusal(tool, await pc.departure([command], { number: 2 ** 31 }))).toBe('altered')
    for (const deviceId of ['a\0', '\0', 'x'.repeat(65)])
      expect(await refusal(tool, await pc.departure([command], { deviceId }))).toBe('altered')
    expect(await refusal(tool, await pc.departure([command], { centreId: '\0' }))).toBe('altered')
    const answer = await takeDeparture(tool, await other.departure([]))
    expect(answer.ok && (await refusal(tool, answer.answer))).toBe('wrong-direction')
    expect((await pc.changes(cursor)).changes).toEqual([])
    await pc.renew()
    expect(await refusal(tool, file)).toBe('forked-sender')
    await hq.db.updateTable('hqDevice').set({ revokedAt: hq.clock.now() }).where('id', '=', pc.deviceId).execute()
    expect(await refusal(tool, file)).toBe('revoked-sender')
    expect(await hq.db.selectFrom('commandLog').select('id').execute()).toEqual([])
  })

  test('of an older copy of a PC is found out by a command that HQ never saw', async () => {
    const { hq, world, pc, tool } = await start()
    const backup = pc.copy()
    await pc.send(prevalidate(pc, world, 'Ny'))
    expect(await refusal(tool, await backup.departure([pay(backup, world, 'Roy')]))).toBe('forked-sender')
    expect(valuesOf(await pc.rows(), 'payment')).toEqual([])
    expect(hq.bugs).toEqual([])
  })
})

test('npm run hq:import: one file in, one file out, sentences in French, an exit code for each refusal', async () => {
  const world = smallWorld()
  const [hq] = await twoInstances([world], 3_600_000)
  const pc = await aDevice(hq, 'rennes', 'POSTE Accueil/1')
  const folder = mkdtempSync(path.join(tmpdir(), 'pupitre-secours-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const [file, damaged, returns] = [
    path.join(folder, 'a.pupitre'),
    path.join(folder, 'b'),
    path.join(folder, 'retours'),
  ]
  writeFileSync(file, await pc.departure([prevalidate(pc, world, 'Ny'), pay(pc, world, 'Ny')], { number: 7 }))
  writeFileSync(damaged, readFileSync(file).subarray(0, 300))
  mkdirSync(returns)
  writeFileSync(path.join(folder, 'clock'), MONDAY)
  const env = { HQ_DATABASE_URL: hq.databaseUrl, PUPITRE_CLOCK_FILE: path.join(folder, 'clock') }
  const run = (...args: string[]) => runImport(env, ['--data', folder, ...args])
  expect(await run('--file', file)).toMatchObject({
    code: 2,
    said: expect.stringMatching(/^Usage : npm run hq:import/),
  })
  // A PC that waits at the HQ that serves hears of it: its net is far away.
  const token = await pc.token()
  const { common, centre } = (await pc.changes()).cursor
  const waiting = ask(hq.url, `/v1/changes?common=${common}&centre=${centre}&wait=50`, { token })
  expect(await run('--file', file, '--out', returns)).toEqual({
    code: 0,
    said: `Fichier n° 7 du poste POSTE Accueil/1 lu : 2 actions jugées.\nRéponse écrite dans ${returns}/retour-POSTE-Accueil-1-1.pupitre. Renvoyez-la au poste par mail, ou sur une clé USB.\n`,
  })
  expect(ChangesAnswer.parse((await waiting).body).changes[0]).toMatchObject({ stream: 'centre', position: centre + 1 })
  const named = path.join(folder, 'deep', 'réponse.pupitre')
  expect((await run('--file', file, '--out', named)).code).toBe(0)
  expect(readdirSync(returns)).toEqual(['retour-POSTE-Accueil-1-1.pupitre'])
  const answer = await readAnswer(hq.hq, readFileSync(named))
  expect([answer.number, answer.answers]).toEqual([2, 7])
  expect(await run('--file', damaged, '--out', named)).toEqual({
    code: 12,
    said: 'Ce fichier est incomplet : la copie s’est arrêtée en route. Demandez-le à nouveau au poste.\n',
  })
  expect(await run('--file', path.join(folder, 'none'), '--out', named)).toMatchObject({ code: 3 })
  expect(await run('--file', file, '--out', path.join(file, 'x'))).toMatchObject({
    code: 3,
    said: expect.stringContaining('n’a pas pu être écrite'),
  })
})

/** The import tool as its own process, while HQ serves. */
function runImport(env: Record<string, string>, args: string[]): Promise<{ code: number; said: string }> {
  const script = path.resolve(import.meta.dirname, '../../hq/import.ts')
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [script, ...args],
      { env: { ...process.env, ...env } },
      (_error, out, err) => resolve({ code: child.exitCode ?? -1, said: out + err }),
    )
  })
}
