import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import type { Api } from '../contract/ipc.ts'

// Two channels and no logic: names and values are judged in main/ipc.ts, which trusts nothing that comes through here.
const api: Api = {
  call: (name, input) => ipcRenderer.invoke('call', name, input),
  on: (name, listener) => {
    const forward = (_event: IpcRendererEvent, signal: string, payload: never): void => {
      if (signal === name) listener(payload)
    }
    ipcRenderer.on('signal', forward)
    return () => void ipcRenderer.off('signal', forward)
  },
}

contextBridge.exposeInMainWorld('api', api)
