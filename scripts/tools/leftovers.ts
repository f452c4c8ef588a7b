import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** A process still running: its id and its command line. */
export type Leftover = { pid: number; command: string }

/**
 * Waits for the processes whose environment holds `name=value` to end by themselves, for `graceMs` at most, then kills
 * those that have not and gives them. Sees Linux's processes only; elsewhere gives none.
 */
export async function sweepLeftovers(name: string, value: string, graceMs: number): Promise<Leftover[]> {
  const deadline = performance.now() + graceMs
  let left = listMarked(name, value)
  while (left.length > 0 && performance.now() < deadline) {
    await sleep(200)
    left = listMarked(name, value)
  }
  for (const { pid } of left) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended on its own between the two looks.
    }
  }
  return left
}

function listMarked(name: string, value: string): Leftover[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc').flatMap((entry) => {
    const pid = Number(entry)
    if (!Number.isInteger(pid) || pid === process.pid) return []
    try {
      const environment = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
      // A process that has ended and is not yet reaped has an empty command line.
      return command !== '' && environment.includes(`${name}=${value}`) ? [{ pid, command }] : []
    } catch {
      return []
    }
  })
}
