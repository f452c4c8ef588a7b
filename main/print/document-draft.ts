import type { Parsed } from '../../contract/ipc.ts'
import { type KeptDocument, listDocumentsOf } from '../../db/documents.ts'
import type { Db } from '../../db/schema.ts'
import { readSyncState } from '../../db/sync-state.ts'
import type { LogoImage } from '../../domain/logo.ts'
import { type Clock, type Instant, toLocalDate, toLocalTimeOfDay } from '../../domain/time.ts'
import { freshnessWords } from '../../text/papers/freshness.ts'
import { readFreshness } from '../reads/desk-state.ts'
import { readLogoImage } from './centre-logo.ts'

/** What a paper that is to be made may be asked as. */
export type MadeRequest = Exclude<Parsed<'document.open'>, { kind: 'stored' }>

/** A paper ready to be printed and kept: what it says, how it will be called, its page. */
export type Draft = Pick<
  KeptDocument,
  'kind' | 'refId' | 'sessionId' | 'title' | 'version' | 'duplicate' | 'templateVersion' | 'content' | 'fileName'
> & { html: string }

/** What papers are made from, and when. */
export type Desk = { db: Db; clock: Clock }

/**
 * What a paper says of its own making: when (UTC), from how fresh data, and which version it is. `logo`: the centre's at that moment, which
 * dresses it and is no part of what it says.
 */
export type Made = { at: Instant; freshness: string; version: number; logo?: LogoImage | null }

/** When a paper is made, and how fresh its data are, in the words of its foot. @param timeZone the centre's */
export async function makingNow({ db, clock }: Desk, timeZone: string): Promise<Omit<Made, 'version'>> {
  const at = clock.now()
  const freshness = await readFreshness(db, await readSyncState(db), false)
  return { at, freshness: freshnessWords(freshness, at, timeZone), logo: await readLogoImage(db) }
}

/** A paper without a number, before it is known which version of it this is. */
type VersionedPaper = Pick<Draft, 'kind' | 'refId' | 'sessionId' | 'title' | 'templateVersion'> & {
  /** What it says, options of its layout apart. */
  content: object
  timeZone: string
  /** Its file's name, without version, moment and ending. */
  fileName: string
  /** Among the papers of this kind about the same thing, those that are earlier versions of this one; all of them when not said. */
  isEarlier?: (content: string) => boolean
  htmlOf: (made: Made) => string
}

/** A new version when what it says has changed since it was last made; the same version, fresher, when it has not. */
export async function versionedDraft(desk: Desk, paper: VersionedPaper): Promise<Draft> {
  const { kind, refId, sessionId, title, templateVersion, timeZone, fileName, htmlOf, isEarlier } = paper
  const content = JSON.stringify(paper.content)
  const before = await listDocumentsOf(desk.db, kind, refId)
  const last = before.find((document) => isEarlier?.(document.content) ?? true)
  const version = !last ? 1 : last.content === content ? last.version : last.version + 1
  const now = await makingNow(desk, timeZone)
  return {
    ...{ kind, refId, sessionId, title, version, duplicate: 0, templateVersion, content },
    fileName: `${fileName}-v${version}-${momentInFileName(now.at, timeZone)}.pdf`,
    html: htmlOf({ ...now, version }),
  }
}

/** The second at which something is made as a part of a file's name, as its clock on the wall says it: « 2026-11-23-10h41m33 ». */
export function momentInFileName(at: Instant, timeZone: string): string {
  const [hours, minutes, seconds] = toLocalTimeOfDay(at, timeZone).split(':')
  return `${toLocalDate(at, timeZone)}-${hours}h${minutes}m${seconds?.slice(0, 2)}`
}

/** A name as a part of a file's name, on any system: letters and digits only, accents kept. */
export function inFileName(words: string): string {
  return words
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
}
