import path from 'node:path'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { WindowLook } from '../contract/this-desk.ts'
import { APP_ENTRY } from './app-address.ts'
import { placeOnScreens, recallWindow, rememberWindow, SMALLEST } from './window-place.ts'

/** The colour before the first paint: `--ground` of the renderer's tokens, so that nothing flashes. */
const GROUND = { light: '#f6f7f9', dark: '#10141a' }

/** How long a window that is being moved or sized must rest before its place is written, in milliseconds. */
const PLACE_AFTER = 500

const USUAL_LOOK: WindowLook = { theme: 'system', textSize: 100 }
/** As each window was last dressed: to be remembered with its place. */
const looks = new WeakMap<BrowserWindow, WindowLook>()

/**
 * Opens the application's window where it was left, shown once it has something to show; null when the person closed it before that.
 * Throws when its page cannot be loaded.
 */
export async function openWindow(preloadFolder: string, dataFolder: string): Promise<BrowserWindow | null> {
  const last = recallWindow(dataFolder)
  const look = last?.look ?? USUAL_LOOK
  nativeTheme.themeSource = look.theme
  const window = new BrowserWindow({
    ...placeOnScreens(last?.bounds ?? null, workAreas()),
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
      zoomFactor: look.textSize / 100,
      // The spell checker fetches its dictionaries from the network, and these screens hold names, not prose.
      spellcheck: false,
    },
  })
  looks.set(window, look)
  rememberPlace(window, dataFolder)
  // Maximizing shows it too: not before there is something to show.
  window.once('ready-to-show', () => (last?.maximized ? window.maximize() : window.show()))
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

/** What of a person's appearance the page cannot do by itself: the window's own parts, and how large everything is. */
export function dressWindow(window: BrowserWindow, look: WindowLook): void {
  looks.set(window, look)
  nativeTheme.themeSource = look.theme
  window.webContents.setZoomFactor(look.textSize / 100)
}

/** Writes where the window is whenever it has come to rest, and at last when it closes. */
function rememberPlace(window: BrowserWindow, dataFolder: string): void {
  let timer: NodeJS.Timeout | null = null
  const remember = () =>
    rememberWindow(dataFolder, {
      bounds: window.getNormalBounds(),
      maximized: window.isMaximized(),
      look: looks.get(window) ?? USUAL_LOOK,
    })
  const soon = () => {
    if (timer) clearTimeout(timer)
    timer = setTimeout(remember, PLACE_AFTER)
  }
  const now = () => {
    if (timer) clearTimeout(timer)
    remember()
  }
  window.on('resize', soon)
  window.on('move', soon)
  window.on('close', now)
  window.once('closed', () => timer && clearTimeout(timer))
}

/** Of every screen, the main one first. */
function workAreas() {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id)
  return [main, ...others].map(({ workArea }) => workArea)
}
