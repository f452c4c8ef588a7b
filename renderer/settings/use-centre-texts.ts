import { decideSetTexts } from '../../domain/commands/set-texts.ts'
import { orNull } from '../../kit/accepts.ts'
import { forgetKept, useKept } from '../../kit/kept.ts'
import { sayRefusal } from '../../text/fr.ts'
import { CENTRE_TEXTS } from '../../text/screens/centre-texts.ts'
import { SETTINGS } from '../../text/screens/settings.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { refusalsOf, useRun } from '../run-click.ts'
import {
  changesBetween,
  formOf,
  isTextsDraft,
  readForm,
  type TextsDraft,
  type TextsForm,
  textsOf,
} from './centre-texts.ts'

const KEY = 'draft.settings.texts'
const isDraft = orNull(isTextsDraft)

/** What is typed of the centre's texts, kept until it is saved, and what the domain thinks of it. */
export function useCentreTexts() {
  const { desk } = useOffice()
  const run = useRun()
  const [draft, setDraft] = useKept<TextsDraft | null>(KEY, null, isDraft)
  const now = textsOf(desk.settings)
  const { seen, form } = draft ?? { seen: now, form: formOf(now) }
  const { texts, errors } = readForm(form, seen)
  const changes = changesBetween(seen, texts)
  const touched = Object.keys(changes).length > 0
  const wrong = Object.keys(errors).length > 0
  const judged = touched && !wrong ? decideSetTexts({ changes }, { settings: desk.settings }) : null
  const moved = judged !== null && !judged.ok && judged.refusal.code === 'value-changed'
  const save = async () => {
    const answer = await run(
      [{ name: 'centre.set-texts', args: { changes: JSON.parse(JSON.stringify(changes)) } }],
      (done) => {
        const [first] = refusalsOf(done)
        if (first) return first.code === 'value-changed' ? SETTINGS.changedMeanwhile : sayRefusal(first)
        return CENTRE_TEXTS.saved
      },
    )
    if (answer?.results.every(({ ok }) => ok)) startAgain()
  }
  const startAgain = () => {
    setDraft(null)
    forgetKept(KEY)
  }
  return {
    form,
    texts,
    errors,
    change: (part: Partial<TextsForm>) => setDraft({ seen, form: { ...form, ...part } }),
    notAllowed: whyNotAllowed(desk, 'centre.set-texts'),
    why: touched || wrong ? null : CENTRE_TEXTS.nothingChanged,
    touched: touched || wrong,
    wrong,
    moved,
    /** What is typed stands, against what the texts have become. */
    keepMine: () => setDraft({ seen: now, form }),
    startAgain,
    save,
  }
}
