import type { EntryRow } from '../../contract/desk.ts'
import { Tick } from '../../kit/fields.tsx'
import { ACTS } from '../../text/screens/request-acts.ts'

type EntryTicksProps = {
  /** Begins the ids of the boxes. */
  id: string
  entries: readonly EntryRow[]
  /** Ids of those that are ticked. */
  chosen: readonly string[]
  setChosen: (chosen: string[]) => void
}

/** Those of these exams that an act is about: of one, that one; of several, those ticked, `first` until somebody ticks. */
export function chosenOf(
  entries: readonly EntryRow[],
  ticked: readonly string[] | null,
  first: 'all' | 'none',
): EntryRow[] {
  if (entries.length === 1 || (ticked === null && first === 'all')) return [...entries]
  return entries.filter(({ id }) => ticked?.includes(id))
}

/** Which exams of a request an act is about; when there is only one, it is said and not asked. */
export function EntryTicks({ id, entries, chosen, setChosen }: EntryTicksProps) {
  return (
    <fieldset className="field concerned">
      <legend className="label">{ACTS.exams}</legend>
      {entries.map((entry) =>
        entries.length === 1 ? (
          <span key={entry.id} className="ex">
            {entry.examCode}
          </span>
        ) : (
          <Tick
            key={entry.id}
            id={`${id}-${entry.id}`}
            checked={chosen.includes(entry.id)}
            onChange={(on) => setChosen(on ? [...chosen, entry.id] : chosen.filter((one) => one !== entry.id))}
          >
            {entry.examCode}
          </Tick>
        ),
      )}
    </fieldset>
  )
}
