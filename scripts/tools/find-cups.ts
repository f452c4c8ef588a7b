import { canInstallPackages, installPackages } from './debian.ts'
import { type Found, installing, type Search } from './found.ts'
import { findOnPath, isProgram } from './on-path.ts'

/** Absolute paths of CUPS' scheduler and of the program that adds printers to it. */
export type Cups = { cupsd: string; lpadmin: string }

/** Finds CUPS; as root on Debian, installs it when it is missing. */
export async function findCups({ mayInstall, say }: Search = installing): Promise<Found<Cups>> {
  const here = search()
  if (here) return { found: true, tool: here }
  if (!mayInstall || !canInstallPackages()) return { found: false, advice: `CUPS manque. ${ADVICE}` }

  say('CUPS absent : installation (apt-get install cups-daemon cups-client)…')
  const problem = await installPackages(['cups-daemon', 'cups-client'])
  const installed = search()
  if (installed) return { found: true, tool: installed }
  return { found: false, advice: `CUPS n’a pas pu être installé${problem ? ` : ${problem}` : ''}. ${ADVICE}` }
}

const ADVICE = 'Tapez : sudo apt-get install cups-daemon cups-client'

function search(): Cups | null {
  const cupsd = inSbin('cupsd')
  const lpadmin = inSbin('lpadmin')
  return cupsd && lpadmin && findOnPath(['lp']) && findOnPath(['lpstat']) ? { cupsd, lpadmin } : null
}

/** Debian keeps these off the PATH of whoever is not root. */
function inSbin(name: string): string | null {
  return findOnPath([name]) ?? [`/usr/sbin/${name}`].find(isProgram) ?? null
}
