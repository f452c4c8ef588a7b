import type { Clock } from '../domain/time.ts'
import type { HqDatabase } from './db/open.ts'
import type { HqKeys } from './keys.ts'
import type { Log } from './log/open-log.ts'
import type { SaidRequest } from './log/request-lines.ts'
import type { NirKey } from './nir-key.ts'

/** What every part of HQ is handed. Instances hold no state of their own: all of it is in the database. */
export type Hq = {
  db: HqDatabase
  engine: 'pglite' | 'postgresql'
  clock: Clock
  keys: HqKeys
  /** That many random bytes. */
  random: (size: number) => Uint8Array
  /** Rows in a page of a first reading; 1 000 unless a test wants to see it cut in many places. */
  snapshotRows?: number
  /** Versions of the application before this one are answered 426. */
  minimumAppVersion: string
  /** How often requests that are held look for what nobody told them of, in milliseconds. */
  netMs: number
  /**
   * Where browsers find HQ's pages, without a slash at the end: `https://inscriptions.example.org`. Links in mails
   * begin with it. Unless told, the address it listens on.
   */
  publicUrl: string
  /** Null where the association does not ask for the NIR, which is unless told: HQ then takes none. */
  nirKey: NirKey | null
  /** Shows what only a demonstration or a developer may see (`/dev/mails`): never in production. */
  dev: boolean
  /** How many requests a minute of the candidates' pages one address may make; what each route allows unless told. */
  triesAMinute?: number
  /** What an answer waits for whose time must tell nothing (`answer-evenly.ts`); a quarter of a second unless told. */
  evenPause?: () => Promise<void>
  /**
   * Told of every unexpected exception, whole, and of the request that it was in: what it makes public of it is its own affair. A device
   * only ever reads a code.
   */
  reportBug: (error: unknown, during: string, request?: SaidRequest) => void
  /** What HQ says of its work, when it runs as a service. Nothing that candidates typed is ever handed to it. */
  log?: Log
}
