import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Another process that is alive holds the folder. */
export class DataInUse extends Error {
  readonly pid: number

  constructor(pid: number) {
    super(`Held by process ${pid}`)
    this.pid = pid
  }
}

type Holder = { pid: number; started: string }

/**
 * Takes a data folder for this process, creating it if needed: PGlite has no lock of its own, and two processes on one folder
 * lose rows without a word. The lock of a dead process is taken over.
 * @returns what gives it back
 * @throws DataInUse
 */
export function takeDataLock(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const lock = path.join(folder, 'hq.lock')
  const mine = path.join(folder, `hq.lock.${process.pid}`)
  const text = JSON.stringify({ pid: process.pid, started: startOf(process.pid) } satisfies Holder)
  writeFileSync(mine, text)
  try {
    while (!linked(mine, lock)) takeAway(lock, mine)
  } finally {
    rmSync(mine, { force: true })
  }
  return () => {
    if (read(lock) === text) rmSync(lock, { force: true })
  }
}

/** A hard link is made whole or not at all, so nobody ever reads half a lock. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  }
}

/** Takes a dead holder's lock away; throws when the holder lives. */
function takeAway(lock: string, mine: string): void {
  const found = read(lock)
  if (found === null) return
  const holder = parse(found)
  if (holder && isAlive(holder)) throw new DataInUse(holder.pid)
  const aside = `${mine}.old`
  try {
    renameSync(lock, aside)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return
    throw error
  }
  // Somebody may have taken the dead lock over between our look and our move: then what we hold is theirs.
  if (read(aside) !== found && linked(aside, lock)) {
    rmSync(aside, { force: true })
    throw new DataInUse(parse(read(lock) ?? '')?.pid ?? 0)
  }
  rmSync(aside, { force: true })
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    throw error
  }
}

function parse(text: string): Holder | null {
  try {
    const value = JSON.parse(text) as Partial<Holder>
    return typeof value.pid === 'number' ? { pid: value.pid, started: String(value.started) } : null
  } catch {
    return null
  }
}

/** Numbers of processes are used again, after a restart of the machine above all: the same number must have started when it did. */
function isAlive({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (!isCode(error, 'EPERM')) return false
  }
  return started === '' || started === startOf(pid)
}

/** When a process started, as Linux tells it; empty where it cannot be known. */
function startOf(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return `${boot}:${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`
  } catch {
    return ''
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
