import path from 'node:path'
import { canInstallPackages, installPackages } from './debian.ts'
import { type Found, installing, type Search } from './found.ts'
import { findOnPath, isProgram } from './on-path.ts'

/** Absolute paths of the two programs that read a PDF back: its text, and its pages as images. */
export type Poppler = { pdftotext: string; pdftoppm: string }

/** Finds poppler's tools on PATH; as root on Debian, installs them when they are missing. */
export async function findPoppler({ mayInstall, say }: Search = installing): Promise<Found<Poppler>> {
  const here = search()
  if (here) return { found: true, tool: here }
  if (!mayInstall || !canInstallPackages())
    return { found: false, advice: `Les outils PDF de poppler manquent. ${advice()}` }

  say('Outils PDF absents : installation de poppler (apt-get install poppler-utils)…')
  const problem = await installPackages(['poppler-utils'])
  const installed = search()
  if (installed) return { found: true, tool: installed }
  return { found: false, advice: `poppler n’a pas pu être installé${problem ? ` : ${problem}` : ''}. ${advice()}` }
}

function search(): Poppler | null {
  const pdftotext = findOnPath(['pdftotext'])
  if (!pdftotext) return null
  const pdftoppm = path.join(path.dirname(pdftotext), path.basename(pdftotext).replace('pdftotext', 'pdftoppm'))
  return isProgram(pdftoppm) ? { pdftotext, pdftoppm } : null
}

function advice(): string {
  if (process.platform === 'darwin') return 'Tapez : brew install poppler'
  if (process.platform === 'win32') return 'Tapez : winget install oschwartz10612.Poppler'
  return 'Tapez : sudo apt-get install poppler-utils'
}
