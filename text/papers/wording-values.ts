import type { CentreSettings } from '../../domain/catalogue.ts'
import type { Currency } from '../../domain/money.ts'
import type { Placeholder } from '../../domain/placeholders.ts'
import { readWording } from '../../domain/read-wording.ts'
import type { LetterAddressee, LetterSender } from '../../domain/shapes/letter.ts'
import type { LocalDate } from '../../domain/time.ts'
import { type WordingField, wordingLines } from '../../domain/wording.ts'
import { formatDayLong, formatMoney } from '../format.ts'
import { ownWording } from './wordings.ts'

/** Whom it is about, and who says it. */
export type Spoken = Pick<LetterAddressee, 'firstNames' | 'usageName' | 'birthName'> &
  Pick<LetterSender, 'sessionLabel' | 'centreName' | 'centreTown'>
type Settings = Pick<CentreSettings, WordingField>

const TOGETHER = new Intl.ListFormat('fr', { type: 'conjunction' })

/** What every kind of paper puts in the place of its placeholders. @param examCodes of the exams it is about, in its order */
export function wordsOfEverybody(
  { firstNames, usageName, birthName, sessionLabel, centreName, centreTown }: Spoken,
  examCodes: readonly string[],
): Partial<Record<Placeholder, string>> {
  return {
    'first-names': firstNames,
    name: usageName ?? birthName,
    exams: TOGETHER.format(new Set(examCodes)),
    session: sessionLabel,
    centre: centreName,
    town: centreTown,
  }
}

/** The centre's own words of a refusal, in the letter and in the mail; undefined where it has none. @param codes of the exams refused */
export function refusalWords(settings: Settings, said: Spoken, codes: readonly string[]): string[] | undefined {
  return ownWording(settings, 'refusal-letter', wordsOfEverybody(said, codes))
}

/**
 * Those of a reminder. `on`: the last day to pay, `total` what is left to pay by then, minor units. Where no day was said (null), the lines
 * that name it are left out, and the others stand.
 */
export function reminderWords(
  settings: Settings,
  said: Spoken,
  { codes, on, total, currency }: { codes: readonly string[]; on: LocalDate | null; total: number; currency: Currency },
): string[] | undefined {
  const known = { ...wordsOfEverybody(said, codes), amount: formatMoney(total, currency) }
  if (on !== null) return ownWording(settings, 'reminder-letter', { ...known, deadline: formatDayLong(on) })
  const { reminderWording } = settings
  const reminder = reminderWording === null ? null : withoutDeadline(reminderWording)
  return ownWording({ ...settings, reminderWording: reminder }, 'reminder-letter', known)
}

function withoutDeadline(text: string): string {
  const namesIt = (line: string) =>
    readWording(line, 'reminder-letter').some(({ placeholder }) => placeholder === 'deadline')
  return wordingLines(text)
    .filter((line) => !namesIt(line))
    .join('\n')
}
