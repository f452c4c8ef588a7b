import { execFileSync, spawn } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { findPostgres } from '../../scripts/tools/find-postgres.ts'

/** A PostgreSQL of our own, empty, on a free loopback port, for as long as the process that asked for it lives. */
export type PostgresCluster = {
  /** Makes an empty database and gives its address. */
  createDatabase: (name: string) => Promise<string>
  stop: () => Promise<void>
}

/** Durability is for real data: a test database that is lost is made again. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '64MB',
  max_connections: '80',
  listen_addresses: '127.0.0.1',
  log_min_messages: 'fatal',
}

export async function startPostgresCluster(): Promise<PostgresCluster> {
  const postgres = await findPostgres()
  if (!postgres.found) throw new Error(postgres.advice)
  const { bin } = postgres.tool
  const user = unprivileged()
  const folder = mkdtempSync(path.join(tmpdir(), 'pupitre-postgres-'))
  if (user) chownSync(folder, user.uid, user.gid)
  const data = path.join(folder, 'data')
  execFileSync(
    path.join(bin, 'initdb'),
    ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C', '--no-sync'],
    {
      ...user,
      cwd: folder,
      stdio: 'pipe',
    },
  )
  const port = await freePort()
  const settings = { ...SETTINGS, port: String(port), unix_socket_directories: folder }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // The shell waits for its input to end, which also happens when this process dies: no PostgreSQL outlives its tests.
  const script = '"$0" "$@" & pid=$!; cat > /dev/null; kill -INT $pid; wait $pid; rm -rf "$FOLDER"'
  const keeper = spawn('sh', ['-c', script, path.join(bin, 'postgres'), '-D', data, ...options], {
    ...user,
    cwd: folder,
    env: { ...process.env, FOLDER: folder },
    stdio: ['pipe', 'ignore', 'ignore'],
    // Ctrl-C must reach us and not it: it would be killed before it has cleaned up.
    detached: true,
  })
  keeper.unref()
  const gone = new Promise<void>((resolve) => keeper.once('exit', () => resolve()))
  const urlOf = (name: string) => `postgresql://postgres@127.0.0.1:${port}/${name}`
  await untilReady(urlOf('postgres'))
  return {
    async createDatabase(name) {
      await runOnce(urlOf('postgres'), `create database "${name}"`)
      return urlOf(name)
    },
    async stop() {
      keeper.stdin?.end()
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL refuses to run as root: somebody else, when we are root; ourselves otherwise. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    try {
      const idOf = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }))
      return { uid: idOf('-u'), gid: idOf('-g') }
    } catch {
      // No such user here.
    }
  }
  throw new Error('PostgreSQL needs a user other than root: neither postgres nor nobody exists')
}

async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await runOnce(url, 'select 1')
    } catch (error) {
      if (attempt === 200) throw error
      await sleep(50)
    }
  }
}

async function runOnce(url: string, query: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(query)
  } finally {
    await client.end()
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
