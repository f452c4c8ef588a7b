import { writeFile } from 'node:fs/promises'
import type { SavedFile } from '../contract/desk-session.ts'
import { getRow, listRows, listRowsOfSession } from '../db/rows.ts'
import type { Db } from '../db/schema.ts'
import type { Clock } from '../domain/time.ts'
import { agendaName, writeAgenda } from '../text/session-agenda.ts'
import { ownCentre } from './own-centre.ts'

export type AgendaOptions = { clock: Clock; chooseWhere: (name: string) => Promise<string | null> }

/** Asks where, then writes the dates of a session as a calendar (.ics) that any agenda reads. */
export async function saveAgenda(db: Db, sessionId: string, { clock, chooseWhere }: AgendaOptions): Promise<SavedFile> {
  const session = await getRow(db, 'examSession', sessionId)
  if (!session) return { ok: false, code: 'not-found' }
  const path = await chooseWhere(agendaName(session))
  if (path === null) return { ok: false, code: 'cancelled' }
  const sittings = await listRowsOfSession(db, 'sitting', sessionId)
  const calendar = writeAgenda({
    session,
    centre: (await ownCentre(db)).centre,
    exams: (await listRows(db, 'exam')).filter((exam) => exam.sessionId === sessionId),
    offerings: await listRowsOfSession(db, 'offering', sessionId),
    sittings: sittings.sort((a, b) =>
      `${a.heldOn} ${a.startsAtLocal} ${a.id}` < `${b.heldOn} ${b.startsAtLocal} ${b.id}` ? -1 : 1,
    ),
    software: new Map((await listRows(db, 'software')).map(({ id, name }) => [id, name])),
    now: clock.now(),
  })
  try {
    await writeFile(path, calendar)
    return { ok: true, path }
  } catch (error) {
    console.error('agenda not written', error)
    return { ok: false, code: 'not-written' }
  }
}
