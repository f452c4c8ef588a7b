/** Stands in for the module `electron`: only what main uses, each part typed against Electron's own types. */
export { app } from './app.ts'
export { BrowserWindow } from './browser-window.ts'
export { dialog, Menu, nativeTheme, safeStorage, screen, shell } from './desktop.ts'
export { ipcMain } from './ipc-main.ts'
export { protocol } from './protocol.ts'
export { session } from './session.ts'
