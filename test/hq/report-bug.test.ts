import { inspect } from 'node:util'
import { sql } from 'kysely'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { HqDatabase } from '../../hq/db/open.ts'
import { reportBug } from '../../hq/report-bug.ts'
import { ENGINES, openTestDatabase } from '../helpers/hq-database.ts'

const TYPED = 'hinano.dupont@example.org'

/** What standard error gets, as the console writes it. */
function reported(error: unknown): string {
  const { mock, mockRestore } = vi.spyOn(console, 'error').mockImplementation(() => {})
  reportBug(error, 'a test')
  const words = mock.calls.flat().map((said) => inspect(said, { depth: 10 }))
  mockRestore()
  return words.join('\n')
}

async function errorOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => Promise.reject(new Error('It went well')),
    (error: unknown) => error,
  )
}

test.each(ENGINES)(
  'an error of the database is told by its code and where, without what was typed, on %s',
  async (database) => {
    const { db, release } = await openTestDatabase(database)
    onTestFinished(release)
    const trouble: ((on: HqDatabase) => Promise<unknown>)[] = [
      (on) => sql`select ${TYPED}::integer`.execute(on),
      (on) =>
        sql`insert into account (id, email, email_key, password_hash) values ('a', ${TYPED}, ${TYPED}, 'x')`.execute(
          on,
        ),
    ]
    const codes = ['22P02', '23502']
    for (const [index, run] of trouble.entries()) {
      const error = await errorOf(run(db))
      expect(inspect(error, { depth: 10 })).toContain(TYPED)
      const said = reported(error)
      expect(said).toContain(codes[index])
      expect(said).toMatch(/^ *at /m)
      expect(said).not.toContain(TYPED)
    }
  },
)

test.each([
  ['its message', new TypeError(`No ${TYPED}`)],
  ['lines of it that look like a trace', new Error(`No\n    at ${TYPED}`)],
  ['its cause', new Error('no', { cause: new Error(TYPED) })],
  ['what it carries', Object.assign(new Error('no'), { params: [TYPED] })],
  ['a text thrown', TYPED],
])('%s is not repeated', (_what, error) => {
  const said = reported(error)
  expect(said).toContain('a test')
  expect(said).not.toContain(TYPED)
})
