import { decideSetTexts } from '../../domain/commands/set-texts.ts'
import type { WordingKind } from '../../domain/placeholders.ts'
import { type WordingFault, wordingFaults } from '../../domain/read-wording.ts'
import { isWordingTooLong, WORDING_FIELDS } from '../../domain/wording.ts'
import { isShaped, isText, orNull } from '../../kit/accepts.ts'
import { forgetKept, useKept } from '../../kit/kept.ts'
import { sayRefusal } from '../../text/fr.ts'
import { ORIGINAL_WORDINGS } from '../../text/papers/wordings.ts'
import { CENTRE_TEXTS } from '../../text/screens/centre-texts.ts'
import { SETTINGS } from '../../text/screens/settings.ts'
import { WORDINGS } from '../../text/screens/wordings.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { refusalsOf, useRun } from '../run-click.ts'

/** What is being typed of one paper's text, and what the centre had then: a change that arrives meanwhile must be seen first. */
type Draft = { seen: string | null; text: string }
const isDraft = orNull(isShaped({ seen: orNull(isText), text: isText }))

/** The centre's text of one kind of paper as it is typed, kept until it is saved, and what is wrong with it. */
export function useWording(kind: WordingKind) {
  const { desk } = useOffice()
  const run = useRun()
  const key = `draft.settings.wording.${kind}`
  const [draft, setDraft] = useKept<Draft | null>(key, null, isDraft)
  const field = WORDING_FIELDS[kind]
  const original = ORIGINAL_WORDINGS[kind]
  const now = desk.settings[field]
  const { seen, text } = draft ?? { seen: now, text: now ?? original }
  const to = text.trim() === original ? null : text.trim()
  const faults: readonly WordingFault[] = wordingFaults(text, kind)
  const tooLong = isWordingTooLong(text)
  const sound = faults.length === 0 && !tooLong
  const touched = to !== seen
  const changes = { [field]: { from: seen, to } }
  const judged = touched && sound ? decideSetTexts({ changes }, { settings: desk.settings }) : null
  const moved = judged !== null && !judged.ok && judged.refusal.code === 'value-changed'
  const startAgain = () => {
    setDraft(null)
    forgetKept(key)
  }
  const save = async () => {
    const answer = await run([{ name: 'centre.set-texts', args: { changes } }], (done) => {
      const [first] = refusalsOf(done)
      if (first) return first.code === 'value-changed' ? SETTINGS.changedMeanwhile : sayRefusal(first)
      return WORDINGS.saved(kind)
    })
    if (answer?.results.every(({ ok }) => ok)) startAgain()
  }
  return {
    ...{ text, to, faults, tooLong, sound, touched, moved, startAgain, save },
    isOriginal: to === null,
    change: (typed: string) => setDraft({ seen, text: typed }),
    backToOriginal: () => setDraft({ seen, text: original }),
    notAllowed: whyNotAllowed(desk, 'centre.set-texts'),
    why: sound ? (touched ? null : CENTRE_TEXTS.nothingChanged) : WORDINGS.toMend,
    /** What is typed stands, against what the text has become. */
    keepMine: () => setDraft({ seen: now, text }),
  }
}
