import { execFileSync } from 'node:child_process'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { canInstallPackages, installPackages } from './debian.ts'
import { type Found, installing, type Search } from './found.ts'
import { findOnPath, isProgram } from './on-path.ts'

/** A PostgreSQL of the machine: the folder of `initdb`, `pg_ctl`, `postgres`, and its major version. */
export type Postgres = { bin: string; version: number }

const oldest = 15

/**
 * Finds PostgreSQL 15 or later: in the folder PUPITRE_POSTGRES names, else at the usual places, else on PATH; as root
 * on Debian, installs it when there is none, without the cluster and the service that Debian would start with it.
 */
export async function findPostgres({ mayInstall, say }: Search = installing): Promise<Found<Postgres>> {
  const named = process.env.PUPITRE_POSTGRES
  if (named) {
    const [tool] = readVersions([named])
    if (tool) return { found: true, tool }
    return {
      found: false,
      advice: `PUPITRE_POSTGRES indique ${named}, qui ne contient pas PostgreSQL ${oldest} ou plus récent.`,
    }
  }
  const here = search()
  if (here) return { found: true, tool: here }
  if (!mayInstall || !canInstallPackages())
    return { found: false, advice: `PostgreSQL ${oldest} ou plus récent est introuvable. ${advice()}` }

  say('PostgreSQL absent : installation (apt-get install postgresql), sans base ni service démarré…')
  const problem = await installWithoutCluster()
  const installed = search()
  if (installed) return { found: true, tool: installed }
  return { found: false, advice: `PostgreSQL n’a pas pu être installé${problem ? ` : ${problem}` : ''}. ${advice()}` }
}

/** The oldest that will do: PGlite already plays the newest, and 15 is what HQ promises to run on. */
function search(): Postgres | null {
  const onPath = findOnPath(['postgres'])
  const found = readVersions([...globSync(usualPlaces()), ...(onPath ? [path.dirname(onPath)] : [])])
  return found.sort((a, b) => a.version - b.version)[0] ?? null
}

function usualPlaces(): string[] {
  if (process.platform === 'win32')
    return [path.join(process.env.PROGRAMFILES ?? 'C:/Program Files', 'PostgreSQL/*/bin')]
  return [
    '/usr/lib/postgresql/*/bin',
    '/usr/pgsql-*/bin',
    '/opt/homebrew/opt/postgresql@*/bin',
    '/usr/local/opt/postgresql@*/bin',
    '/Applications/Postgres.app/Contents/Versions/*/bin',
  ]
}

function readVersions(folders: readonly string[]): Postgres[] {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return folders.flatMap((bin) => {
    const programs = ['postgres', 'initdb', 'pg_ctl'].map((name) => path.join(bin, name + suffix))
    const [postgres] = programs
    if (!postgres || !programs.every(isProgram)) return []
    const version = Number(
      /\(PostgreSQL\) (\d+)/.exec(execFileSync(postgres, ['--version'], { encoding: 'utf8' }))?.[1],
    )
    return version >= oldest ? [{ bin, version }] : []
  })
}

/** Debian's package makes a cluster and starts it unless its settings, read while it installs, say no. */
async function installWithoutCluster(): Promise<string | null> {
  const settings = '/etc/postgresql-common/createcluster.conf'
  const problem = await installPackages(['postgresql-common'])
  if (problem) return problem
  const before = readFileSync(settings, 'utf8')
  writeFileSync(settings, `${before}\ncreate_main_cluster = false\n`)
  try {
    return await installPackages(['postgresql'])
  } finally {
    writeFileSync(settings, before)
  }
}

function advice(): string {
  if (process.platform === 'darwin') return `Tapez : brew install postgresql@${oldest}`
  if (process.platform === 'win32') return `Tapez : winget install PostgreSQL.PostgreSQL.${oldest}`
  return 'Tapez : sudo apt-get install postgresql'
}
