import { workingCalendar } from '../../domain/catalogue.ts'
import { decideSetClosedDays } from '../../domain/commands/set-closed-days.ts'
import { orNull } from '../../kit/accepts.ts'
import { forgetKept, useKept } from '../../kit/kept.ts'
import { sayRefusal } from '../../text/fr.ts'
import { CLOSED_DAYS } from '../../text/screens/closed-days.ts'
import { SETTINGS } from '../../text/screens/settings.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { refusalsOf, useRun } from '../run-click.ts'
import { type Days, type DaysDraft, dayChanges, daysOf, isDaysDraft } from './closed-days.ts'

const KEY = 'draft.settings.days'
const isDraft = orNull(isDaysDraft)

/** What is being changed of the centre's days and deadline, kept until it is saved. */
export function useClosedDays() {
  const { desk } = useOffice()
  const run = useRun()
  const [draft, setDraft] = useKept<DaysDraft | null>(KEY, null, isDraft)
  const now = daysOf(desk.settings)
  const { seen, days } = draft ?? { seen: now, days: now }
  const changes = dayChanges(seen, days)
  const touched = Object.keys(changes).length > 0
  const judged = touched ? decideSetClosedDays({ changes }, { settings: desk.settings }) : null
  const refusal = judged && !judged.ok ? judged.refusal.code : null
  // As they will be: what others added meanwhile stays.
  const settings = judged?.ok && judged.writes[0]?.entity === 'centreSettings' ? judged.writes[0].value : desk.settings
  const startAgain = () => {
    setDraft(null)
    forgetKept(KEY)
  }
  const save = async () => {
    const args = { changes: JSON.parse(JSON.stringify(changes)) }
    const answer = await run([{ name: 'centre.set-closed-days', args }], (done) => {
      const [first] = refusalsOf(done)
      if (first) return first.code === 'value-changed' ? SETTINGS.changedMeanwhile : sayRefusal(first)
      return CLOSED_DAYS.saved
    })
    if (answer?.results.every(({ ok }) => ok)) startAgain()
  }
  return {
    days,
    /** The centre's calendar with what is being changed. */
    calendar: workingCalendar(desk.centre, { ...settings, ...days }),
    change: (part: Partial<Days>) => setDraft({ seen, days: { ...days, ...part } }),
    notAllowed: whyNotAllowed(desk, 'centre.set-closed-days'),
    touched,
    why: !touched ? CLOSED_DAYS.nothingChanged : refusal === 'not-valid' ? CLOSED_DAYS.tooMany : null,
    moved: refusal === 'value-changed',
    startAgain,
    save,
  }
}
