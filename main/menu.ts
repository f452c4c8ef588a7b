import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import { shellText } from '../text/shell.ts'

const words = shellText.menu
const line: MenuItemConstructorOptions = { type: 'separator' }

/** The application's menu, in French: Electron's own labels follow no language but English. */
export function setMenu(): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate([fileMenu(), editMenu(), viewMenu(), helpMenu()]))
}

function fileMenu(): MenuItemConstructorOptions {
  return { label: words.file, submenu: [{ role: 'quit', label: words.quit }] }
}

function editMenu(): MenuItemConstructorOptions {
  return {
    label: words.edit,
    submenu: [
      { role: 'undo', label: words.undo },
      { role: 'redo', label: words.redo },
      line,
      { role: 'cut', label: words.cut },
      { role: 'copy', label: words.copy },
      { role: 'paste', label: words.paste },
      { role: 'selectAll', label: words.selectAll },
    ],
  }
}

function viewMenu(): MenuItemConstructorOptions {
  const forDevelopers: MenuItemConstructorOptions[] = app.isPackaged
    ? []
    : [line, { role: 'toggleDevTools', label: words.developerTools }]
  return {
    label: words.view,
    submenu: [
      { role: 'zoomIn', label: words.zoomIn },
      { role: 'zoomOut', label: words.zoomOut },
      { role: 'resetZoom', label: words.resetZoom },
      { role: 'togglefullscreen', label: words.fullScreen },
      line,
      { role: 'reload', label: words.reload },
      ...forDevelopers,
    ],
  }
}

function helpMenu(): MenuItemConstructorOptions {
  return { label: words.help, role: 'help', submenu: [{ role: 'about', label: words.about }] }
}
