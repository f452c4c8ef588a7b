import path from 'node:path'
import { canInstallPackages, distribution, installPackages } from './debian.ts'
import { type Found, installing, type Search } from './found.ts'
import { findOnPath, isProgram } from './on-path.ts'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
]

/**
 * Finds a Chromium, Chrome or Edge: the one PUPITRE_BROWSER names, else at the usual places, else on PATH; as root on
 * Debian, installs Chromium when there is none. Gives the absolute path of the program.
 */
export async function findBrowser({ mayInstall, say }: Search = installing): Promise<Found<string>> {
  const named = process.env.PUPITRE_BROWSER
  if (named) {
    if (isProgram(named)) return { found: true, tool: named }
    return { found: false, advice: `PUPITRE_BROWSER indique ${named}, qui n’est pas un programme.` }
  }
  const here = search()
  if (here) return { found: true, tool: here }
  if (!mayInstall || !canInstallPackages()) return { found: false, advice: `Aucun navigateur trouvé. ${advice()}` }

  say('Aucun navigateur trouvé : installation de Chromium (apt-get install chromium)…')
  const problem = await installPackages(['chromium'])
  const installed = search()
  if (installed) return { found: true, tool: installed }
  return { found: false, advice: `Chromium n’a pas pu être installé${problem ? ` : ${problem}` : ''}. ${advice()}` }
}

function search(): string | null {
  return usualPlaces().find(isProgram) ?? findOnPath(names)
}

function usualPlaces(): string[] {
  const apps = ['Chromium', 'Google Chrome', 'Microsoft Edge']
  if (process.platform === 'darwin') return apps.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`)
  if (process.platform !== 'win32') return names.map((name) => `/usr/bin/${name}`)
  const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? [])
  return [
    'Google/Chrome/Application/chrome.exe',
    'Chromium/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
  ].flatMap((program) => folders.map((folder) => path.join(folder, program)))
}

function advice(): string {
  const otherwise = 'ou indiquez le chemin d’un navigateur Chromium dans la variable PUPITRE_BROWSER.'
  if (process.platform === 'darwin') return `Tapez : brew install --cask google-chrome, ${otherwise}`
  if (process.platform === 'win32') return `Tapez : winget install Google.Chrome, ${otherwise}`
  if (distribution() === 'debian') return `Tapez : sudo apt-get install chromium, ${otherwise}`
  if (distribution() === 'ubuntu') return `Tapez : sudo snap install chromium, ${otherwise}`
  if (distribution() === 'fedora') return `Tapez : sudo dnf install chromium, ${otherwise}`
  return `Installez Chromium ou Google Chrome, ${otherwise}`
}
