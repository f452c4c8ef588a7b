import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import {
  type CallName,
  calls,
  type Handlers,
  type Parsed,
  type SignalName,
  type SignalPayload,
  signals,
} from '../contract/ipc.ts'
import { isWindowAddress } from './app-address.ts'

/**
 * Answers the window's calls, the only file that touches `ipcMain`. The sender is checked, the input and the answer are
 * validated by the contract. A throw here is a bug: it is logged whole, and the window only learns which call failed.
 */
export function serveIpc(handlers: Handlers): void {
  ipcMain.handle('call', async (event, name: unknown, input: unknown) => {
    if (!isTrustedSender(event.senderFrame)) throw new Error('call from an unknown sender')
    if (!isCallName(name)) throw new Error('unknown call')
    try {
      return await answerCall(handlers, name, input)
    } catch (error) {
      console.error(`call ${name} failed`, error)
      throw new Error(`call ${name} failed`, { cause: error })
    }
  })
}

/** Tells a window that something happened. */
export function sendSignal<N extends SignalName>(window: BrowserWindow, name: N, payload: SignalPayload<N>): void {
  if (!window.isDestroyed()) window.webContents.send('signal', name, signals[name].parse(payload))
}

async function answerCall<N extends CallName>(handlers: Handlers, name: N, input: unknown): Promise<unknown> {
  const { input: question, output: answer } = calls[name]
  return answer.parse(await handlers[name](question.parse(input) as Parsed<N>))
}

/** Only the top frame of our own window: a frame or a page from elsewhere has no right to call, however it got here. */
function isTrustedSender(frame: IpcMainInvokeEvent['senderFrame']): boolean {
  return frame !== null && frame.parent === null && isWindowAddress(frame.url)
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(calls, name)
}
