import path from 'node:path'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import { APP_ENTRY } from './app-address.ts'

/** The office PC this is drawn for; the smallest size at which every screen still works. */
const USUAL = { width: 1366, height: 768 }
const SMALLEST = { width: 1024, height: 640 }

/** The colour before the first paint: `--ground` of the renderer's tokens, so that nothing flashes. */
const GROUND = { light: '#f6f7f9', dark: '#10141a' }

/**
 * Opens the application's window, shown once it has something to show; null when the person closed it before that.
 * Throws when its page cannot be loaded.
 */
export async function openWindow(preloadFolder: string): Promise<BrowserWindow | null> {
  const window = new BrowserWindow({
    ...fittingSize(),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: 'Pupitre',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light,
    webPreferences: {
      preload: path.join(preloadFolder, 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // The spell checker fetches its dictionaries from the network, and these screens hold names, not prose.
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  try {
    await window.loadURL(APP_ENTRY)
  } catch (error) {
    // Closing a window that still loads makes the load fail: that is quitting, and no error.
    if (window.isDestroyed()) return null
    throw error
  }
  return window
}

/** Tells when the window comes into view or leaves it, as far as the system says. */
export function onVisibility(window: BrowserWindow, listener: (visible: boolean) => void): void {
  window.on('show', () => listener(true))
  window.on('restore', () => listener(true))
  window.on('hide', () => listener(false))
  window.on('minimize', () => listener(false))
}

function fittingSize(): { width: number; height: number } {
  const { width, height } = screen.getPrimaryDisplay().workAreaSize
  return { width: Math.min(USUAL.width, width), height: Math.min(USUAL.height, height) }
}
