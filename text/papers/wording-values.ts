import type { LetterAddressee, LetterSender } from '../../domain/shapes/letter.ts'
import type { Placeholder } from '../../domain/wording.ts'

const TOGETHER = new Intl.ListFormat('fr', { type: 'conjunction' })

/** What every kind of paper puts in the place of its placeholders. @param examCodes of the exams it is about, in its order */
export function wordsOfEverybody(
  { firstNames, usageName, birthName, sessionLabel, centreName, centreTown }: LetterAddressee & LetterSender,
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
