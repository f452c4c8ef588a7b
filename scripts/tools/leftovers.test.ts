import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { sweepLeftovers } from './leftovers.ts'

const start = (code: string, mark: string) =>
  spawn(process.execPath, ['-e', code], {
    env: { ...process.env, PUPITRE_SWEPT: mark },
    stdio: ['ignore', 'pipe', 'ignore'],
  })

test.runIf(process.platform === 'linux')('kills and gives what is still running, of its own mark only', async () => {
  const forgotten = start("console.log('up'); setInterval(() => {}, 1000)", 'a')
  const other = start("console.log('up'); setInterval(() => {}, 1000)", 'b')
  try {
    await Promise.all([once(forgotten.stdout, 'data'), once(other.stdout, 'data')])
    const ended = once(forgotten, 'exit')

    expect(await sweepLeftovers('PUPITRE_SWEPT', 'a', 100)).toEqual([expect.objectContaining({ pid: forgotten.pid })])
    expect(await ended).toEqual([null, 'SIGKILL'])
    expect(other.exitCode ?? other.signalCode).toBeNull()
  } finally {
    other.kill('SIGKILL')
    forgotten.kill('SIGKILL')
  }
})

test('leaves alone what ends by itself in time', async () => {
  const leaving = start("console.log('up'); setTimeout(() => {}, 300)", 'c')
  await once(leaving.stdout, 'data')

  expect(await sweepLeftovers('PUPITRE_SWEPT', 'c', 10_000)).toEqual([])
})
