import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import type { Api } from '../contract/ipc.ts'

// Two channels and no logic: names and values are judged in main/ipc.ts, which trusts nothing that comes through here.
const api: Api = {
  call: (name, input) => ipcRenderer.invoke('call', name, input),
  on: (name, listener) => {
    const forward = (_event: IpcRendererEvent, signal: unknown, payload: unknown): void => {
      if (signal === name) listener(payload as Parameters<typeof listener>[0])
    }
    ipcRenderer.on('signal', forward)
    return () => void ipcRenderer.off('signal', forward)
  },
}

contextBridge.exposeInMainWorld('api', api)
