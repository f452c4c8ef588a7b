import { sql } from 'kysely'
import type { Page } from 'playwright'
import type { Db } from '../../db/schema.ts'
import type { Clock } from '../../domain/time.ts'
import { createRequestLists } from '../../main/reads/request-lists.ts'
import { findEverything } from '../../main/reads/search.ts'
import { nowDoing, type Outcome, until } from './desk-probe.ts'
import { timed } from './medians.ts'

/** What one more letter cost: in the window, in main's own function, and as the bare query of FTS5. */
export type Letter = { typed: string; seen: Outcome; main: number; bare: number }

// No two begin alike: what was found for a letter is kept for a while.
const NAMES = ['martin', 'lefevre', 'durand', 'bernard', 'girard', 'petit', 'robert', 'thomas']

/** Types names into the palette, letter by letter, each until its results are there. */
export async function typeNames(
  page: Page,
  { db, clock, sessionId }: { db: Db; clock: Clock; sessionId: string },
  names: number,
): Promise<Letter[]> {
  const lists = createRequestLists(db, clock)
  const letters: Letter[] = []
  await nowDoing(page, 'searching')
  for (const name of NAMES.slice(0, names)) {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').waitFor()
    for (let length = 1; length <= name.length; length++) {
      const typed = name.slice(0, length)
      const answered = { on: 'keydown', selector: '.palette [role="status"]', filled: true } as const
      const seen = await until(page, answered, () => page.keyboard.press(typed.slice(-1)))
      await page.waitForTimeout(100)
      const main = await timed(() => findEverything(db, lists, clock, { text: typed, sessionId }))
      const bare = await timed(() => bareQuery(db, typed))
      letters.push({ typed, seen, main, bare })
    }
    await page.keyboard.press('Escape')
    await page.getByRole('combobox').waitFor({ state: 'detached' })
  }
  return letters
}

function bareQuery(db: Db, typed: string): Promise<unknown> {
  return sql`select rowid from candidate_word where candidate_word match ${`"${typed}"*`} order by rank limit 20`.execute(
    db,
  )
}
