import path from 'node:path'
import { app, BrowserWindow, protocol } from 'electron'

/** As little as a window can be: a page with one line and a box to scroll in, which the bench makes as high as the desk's list. */
const PAGE = `<!doctype html>
<html lang="fr"><meta charset="utf-8"><title>Vide</title>
<style>body { margin: 0 } #box { height: 600px; overflow: auto }</style>
<p>Une ligne.</p>
<div id="box" tabindex="0"><div></div></div>
</html>`

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
app.on('window-all-closed', () => app.quit())
app.whenReady().then(open, (error: unknown) => {
  console.error('not started', error)
  app.exit(1)
})

async function open(): Promise<void> {
  protocol.handle('app', () => new Response(PAGE, { headers: { 'content-type': 'text/html; charset=utf-8' } }))
  const preload = path.join(app.getAppPath(), 'dist/preload/index.cjs')
  const window = new BrowserWindow({ width: 1366, height: 768, webPreferences: { preload, sandbox: true } })
  await window.loadURL('app://pupitre/')
}
