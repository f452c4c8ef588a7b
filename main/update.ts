import { app } from 'electron'

/**
 * Looks for a newer version once, in the installed application only, and installs it when the person quits.
 * Without the network, or without a place to look, the application goes on: the failure goes to the log.
 */
export async function lookForUpdate(): Promise<void> {
  if (!app.isPackaged) return
  try {
    // Imported here: it is a megabyte that the start of the window need not wait for.
    const { default: updater } = await import('electron-updater')
    updater.autoUpdater.autoInstallOnAppQuit = true
    updater.autoUpdater.on('error', (error) => console.error('update failed', error))
    await updater.autoUpdater.checkForUpdates()
  } catch (error) {
    console.error('update not looked for', error)
  }
}
