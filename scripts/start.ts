/** `npm start`: an embedded HQ with sample data, the application built, this PC enrolled, the window open. */
import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { hasDisplay } from './chromium-host/host-options.ts'
import { readArguments, type StartArguments } from './start/arguments.ts'
import { isPortFree, startEmbeddedHq } from './start/embedded-hq.ts'
import { build } from './tools/build.ts'
import { findElectron } from './tools/electron-runtime.ts'
import { findBrowser } from './tools/find-browser.ts'
import { required } from './tools/found.ts'
import { root } from './tools/run-bin.ts'

/** A stable address, so that a second PC can be enrolled by hand and `/docs` can be kept open. */
const HQ_PORT = 47_800
const data = path.join(root, '.pupitre')

const wanted = readArguments(process.argv.slice(2))
if ('problem' in wanted) {
  console.error(wanted.problem)
  process.exitCode = 2
} else
  process.exitCode = await start(wanted).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    return 1
  })

async function start({ reset, sample, centre }: StartArguments): Promise<number> {
  if (!hasDisplay()) {
    console.log('Aucun écran sur cette machine : voici la visite guidée, sans fenêtre (npm run tour).')
    return await endOf(spawn(process.execPath, [path.join(root, 'scripts/tour.ts')], { stdio: 'inherit' }))
  }
  console.log('Construction de l’application…')
  if (!(await build())) return 1
  const run = await chooseRuntime()

  const free = await isPortFree(HQ_PORT)
  if (!free) console.log(`Le port ${HQ_PORT} est déjà pris : le siège de démonstration en prend un autre.`)
  console.log(reset ? 'Remise à zéro et démarrage du siège de démonstration…' : 'Démarrage du siège de démonstration…')
  const hq = await startEmbeddedHq({ dataFolder: path.join(data, 'hq'), sample, reset, port: free ? HQ_PORT : 0 })
  hq.onDeath(() => console.error('Le siège de démonstration s’est arrêté : Pupitre continue hors connexion.'))
  try {
    // Only now: HQ took the lock, so that no other start of this demonstration is using these folders.
    if (reset) rmSync(path.join(data, 'desk'), { recursive: true, force: true })
    console.log(`Siège de démonstration : ${hq.url} (contrat : ${hq.url}/docs)`)
    console.log(`Pages des candidats : ${hq.url}/ (essayez prevalidee@example.org, mot de passe Demo-2026 !)`)
    console.log(`Pages du siège : ${hq.url}/siege (essayez siege@example.org, même mot de passe)`)
    console.log(`Mails que le siège aurait envoyés : ${hq.url}/dev/mails`)
    const env = {
      ...process.env,
      PUPITRE_HQ_URL: hq.url,
      PUPITRE_ENROLMENT_CODE: hq.enrolmentCode(centre),
      PUPITRE_DEVICE_NAME: 'ACCUEIL',
      PUPITRE_USER_DATA: path.join(data, 'desk'),
    }
    const app = spawn(run.command, run.args, { stdio: 'inherit', env, cwd: root })
    // The terminal's Ctrl+C reaches the window too: wait for it to put things down, then stop HQ.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.kill(signal))
    return await endOf(app)
  } finally {
    await hq.stop()
  }
}

/** Electron where its runtime is or can be fetched within ten seconds, otherwise the same application in the machine's Chromium. */
async function chooseRuntime(): Promise<{ command: string; args: string[] }> {
  const electron = await findElectron()
  if (electron) {
    const asRoot = process.platform === 'linux' && process.getuid?.() === 0
    return { command: electron.path, args: asRoot ? ['--no-sandbox', root] : [root] }
  }
  console.log('Electron ne peut pas être téléchargé ici : Pupitre s’ouvre dans le navigateur Chromium de la machine.')
  process.env.PUPITRE_BROWSER = required(await findBrowser())
  return { command: process.execPath, args: [path.join(root, 'scripts/chromium-host/run.ts')] }
}

function endOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
  })
}
