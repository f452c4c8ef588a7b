import { ATTENDANCES } from '../../../domain/attendance.ts'
import type { Chance } from './chance.ts'
import { type Drawn, nameOf, one, type Screen } from './draw.ts'

/** What the signed sheets say: on one day in twelve, so that the others are what they were. */
export const ATTENDANCE_WORK = { markAttendance: 60 }

export const attendanceDraws: { [K in keyof typeof ATTENDANCE_WORK]: (chance: Chance, screen: Screen) => Drawn } = {
  /** Now and then of a sitting to come, or of somebody who is not confirmed, or sits elsewhere. */
  markAttendance: (chance, { view }) => {
    const sitting = chance.pick(view.sorted('sitting').filter(({ heldOn }) => chance.once(6) || heldOn < '2027'))
    if (!sitting) return null
    const sits = view
      .sorted('entry')
      .filter(
        ({ offeringId, status }) =>
          chance.once(9) || (offeringId === sitting.offeringId && (chance.once(9) || status === 'confirmed')),
      )
    const asked = new Set(Array.from({ length: 1 + chance.below(3) }, () => chance.pick(sits)?.id))
    const marks = [...asked].flatMap((entryId) =>
      entryId ? { entryId, attendance: chance.pick([...ATTENDANCES, null]) ?? null } : [],
    )
    const said = marks.map(({ entryId, attendance }) => `${nameOf(view, [entryId])} ${attendance ?? 'not noted'}`)
    if (marks.length === 0) return null
    return one('attendance.mark', { sittingId: sitting.id, marks }, `notes ${said.join(', ')}`)
  },
}
