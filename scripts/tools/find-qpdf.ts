import { canInstallPackages, installPackages } from './debian.ts'
import { type Found, installing, type Search } from './found.ts'
import { findOnPath } from './on-path.ts'

/** Absolute path of the program that checks how a PDF is built. As root on Debian, installs it when it is missing. */
export async function findQpdf({ mayInstall, say }: Search = installing): Promise<Found<string>> {
  const here = findOnPath(['qpdf'])
  if (here) return { found: true, tool: here }
  if (!mayInstall || !canInstallPackages()) return { found: false, advice: `qpdf manque. ${advice()}` }

  say('qpdf absent : installation (apt-get install qpdf)…')
  const problem = await installPackages(['qpdf'])
  const installed = findOnPath(['qpdf'])
  if (installed) return { found: true, tool: installed }
  return { found: false, advice: `qpdf n’a pas pu être installé${problem ? ` : ${problem}` : ''}. ${advice()}` }
}

function advice(): string {
  if (process.platform === 'darwin') return 'Tapez : brew install qpdf'
  if (process.platform === 'win32') return 'Tapez : winget install QPDF.QPDF'
  return 'Tapez : sudo apt-get install qpdf'
}
