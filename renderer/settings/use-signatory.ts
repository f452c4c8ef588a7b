import { decideSetTexts, isPossible } from '../../domain/commands/set-texts.ts'
import { isShaped, isText, isYesNo, orNull } from '../../kit/accepts.ts'
import { forgetKept, useKept } from '../../kit/kept.ts'
import { sayRefusal } from '../../text/fr.ts'
import { CENTRE_TEXTS } from '../../text/screens/centre-texts.ts'
import { LETTERHEAD } from '../../text/screens/letterhead.ts'
import { SETTINGS } from '../../text/screens/settings.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { refusalsOf, useRun } from '../run-click.ts'

const KEY = 'draft.settings.signatory'
const isSignatory = isShaped({ name: isText, quality: isText, place: isText })
const isDraft = orNull(
  isShaped({
    seen: orNull(isSignatory),
    form: isShaped({ signed: isYesNo, name: isText, quality: isText, place: isText }),
  }),
)

type Signatory = { name: string; quality: string; place: string }
type Form = Signatory & { signed: boolean }
type Draft = { seen: Signatory | null; form: Form }

/** Who signs, as it is typed, kept until it is saved. */
export function useSignatory() {
  const { desk } = useOffice()
  const run = useRun()
  const [draft, setDraft] = useKept<Draft | null>(KEY, null, isDraft)
  const now = desk.settings.signatory
  const town = desk.centre.town
  const { seen, form } = draft ?? {
    seen: now,
    form: now ? { signed: true, ...now } : { signed: false, name: '', quality: '', place: town },
  }
  const [name, quality, place] = [form.name.trim(), form.quality.trim(), form.place.trim()]
  const to = form.signed ? { name, quality, place } : null
  const sound = isPossible.signatory(to)
  const touched =
    JSON.stringify(to) !== JSON.stringify(seen && { name: seen.name, quality: seen.quality, place: seen.place })
  const changes = { signatory: { from: seen, to } }
  const judged = touched && sound ? decideSetTexts({ changes }, { settings: desk.settings }) : null
  const startAgain = () => {
    setDraft(null)
    forgetKept(KEY)
  }
  const save = async () => {
    if (!sound) return
    const answer = await run([{ name: 'centre.set-texts', args: { changes } }], (done) => {
      const [first] = refusalsOf(done)
      if (first) return first.code === 'value-changed' ? SETTINGS.changedMeanwhile : sayRefusal(first)
      return LETTERHEAD.saved
    })
    if (answer?.results.every(({ ok }) => ok)) startAgain()
  }
  return {
    ...{ form, to, sound, touched, save, startAgain },
    moved: judged !== null && !judged.ok && judged.refusal.code === 'value-changed',
    keepMine: () => setDraft({ seen: now, form }),
    change: (part: Partial<Form>) => setDraft({ seen, form: { ...form, ...part } }),
    /** Whether one part of it could be printed. */
    isFaulty: (part: keyof Signatory) =>
      !isPossible.signatory({ name: 'x', quality: 'x', place: 'x', [part]: form[part].trim() }),
    notAllowed: whyNotAllowed(desk, 'centre.set-texts'),
    why: touched ? null : CENTRE_TEXTS.nothingChanged,
  }
}
