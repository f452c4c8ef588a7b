import { beforeEach, expect, test, vi } from 'vitest'
import type { Handlers } from '../contract/ipc.ts'
import { serveIpc } from './ipc.ts'

type Served = (event: { senderFrame: unknown }, name: unknown, input: unknown) => Promise<unknown>

const served = vi.hoisted(() => ({ handlers: new Map<string, unknown>() }))
vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, handler: unknown) => served.handlers.set(channel, handler) },
}))

const window = { url: 'app://pupitre/index.html', parent: null }
const chosen = vi.fn(() => ({ ok: true }))
const listed = vi.fn()
const operatorId = '019aa7c5-52a8-7000-8000-000000000001'

function call(frame: unknown, name: unknown, input: unknown): Promise<unknown> {
  return (served.handlers.get('call') as Served)({ senderFrame: frame }, name, input)
}

beforeEach(() => {
  vi.clearAllMocks()
  vi.spyOn(console, 'error').mockImplementation(() => {})
  serveIpc({ 'operator.choose': chosen, 'operator.leave': listed } as unknown as Handlers)
})

test('the window is answered', async () => {
  expect(await call(window, 'operator.choose', { operatorId })).toEqual({ ok: true })
})

test.each([
  ['a frame that is gone', null],
  ['a frame inside the window', { ...window, parent: window }],
  ['a page of the web', { url: 'https://pupitre/index.html', parent: null }],
  ['another host of ours', { url: 'app://paper/token', parent: null }],
  ['a host that begins like ours', { url: 'app://pupitre.example/index.html', parent: null }],
  ['an address that names ours as a person', { url: 'app://pupitre@example/index.html', parent: null }],
  ['an empty page', { url: 'about:blank', parent: null }],
  ['a page of no address', { url: '', parent: null }],
])('%s is refused before anything is read', async (_what, frame) => {
  await expect(call(frame, 'operator.choose', { operatorId })).rejects.toThrow('unknown sender')
  expect(chosen).not.toHaveBeenCalled()
})

test.each(['no.such-call', 'toString', '__proto__', '', undefined, 7])(
  'a call named %s does not exist',
  async (name) => {
    await expect(call(window, name, {})).rejects.toThrow('unknown call')
  },
)

test('an input outside the contract never reaches the handler', async () => {
  await expect(call(window, 'operator.choose', { operatorId: 7 })).rejects.toThrow('operator.choose failed')
  expect(chosen).not.toHaveBeenCalled()
})

test('an answer outside the contract never reaches the window', async () => {
  chosen.mockReturnValueOnce({ ok: 'yes' } as never)
  await expect(call(window, 'operator.choose', { operatorId })).rejects.toThrow('operator.choose failed')
})

test('the window learns which call failed, and nothing of why', async () => {
  listed.mockRejectedValueOnce(new Error('SQLITE_CORRUPT in /home/someone'))
  await expect(call(window, 'operator.leave', {})).rejects.toThrow(/^call operator\.leave failed$/)
})
