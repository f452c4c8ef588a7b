import type { Candidate } from './candidate.ts'
import { plainWords } from './plain-text.ts'

/** Why a text written by a bank may be about somebody. */
export const PERSON_REASONS = ['nuc', 'nuc-near', 'birth-name', 'usage-name', 'first-name'] as const
export type PersonReason = (typeof PERSON_REASONS)[number]

export type KnownPerson = Pick<Candidate, 'id' | 'nuc' | 'birthName' | 'usageName' | 'firstNames'>

type Surname = { id: string; which: 'birth-name' | 'usage-name'; words: readonly string[]; first: readonly string[] }

/** A NUC with fewer digits than this is near too many others. */
const FEWEST_DIGITS = 5
/** Without one of these, nothing but a surname tells who it is. */
const FIRM = ['nuc', 'nuc-near', 'first-name'] as const satisfies readonly PersonReason[]
/** A number that is nearly that of more people, or a surname alone that more of them bear, names nobody. */
const MOST_NEAR = 5
/** A surname shorter than this is a word of many labels: it counts with a first name only. */
const SHORT_NAME = 4
/** Of a surname that more people bear, those whose first name is there too are looked at, and no others. */
const MOST_NAMESAKES = 64

/**
 * Finds people in texts that a bank wrote: by NUC, exact or one digit wrong, and by surname and first name, accents, case and hyphens
 * aside. The cost of a text does not grow with the number of people.
 * @returns for a text, the reasons by candidate; a surname alone counts, a first name alone does not
 */
export function peopleFinder(
  people: Iterable<KnownPerson>,
): (words: readonly string[]) => Map<string, Set<PersonReason>> {
  const byNuc = new Map<string, string[]>()
  const byNearNuc = new Map<string, string[]>()
  const bySurname = new Map<string, Surname[]>()
  const byBothNames = new Map<string, Surname[]>()
  for (const { id, nuc, birthName, usageName, firstNames } of people) {
    const plainNuc = plainWords(nuc ?? '').join('')
    if (plainNuc !== '') {
      add(byNuc, plainNuc, id)
      for (const hole of withHoles(plainNuc)) add(byNearNuc, hole, id)
    }
    const first = plainWords(firstNames)
    const names = [
      { which: 'birth-name' as const, words: plainWords(birthName) },
      { which: 'usage-name' as const, words: plainWords(usageName ?? '') },
    ]
    for (const { which, words } of names) {
      const surname = { id, which, words, first }
      // « LE BLANC » is written « LEBLANC » too.
      for (const key of new Set([longestOf(words), words.join('')])) {
        if (key === '') continue
        add(bySurname, key, surname)
        for (const name of first) add(byBothNames, `${key} ${name}`, surname)
      }
    }
  }

  const namesakes = (word: string, all: ReadonlySet<string>): readonly Surname[] => {
    const bearers = bySurname.get(word) ?? []
    if (bearers.length <= MOST_NAMESAKES) return bearers
    return [...all].flatMap((name) => byBothNames.get(`${word} ${name}`)?.slice(0, MOST_NAMESAKES) ?? [])
  }

  return (words) => {
    const found = new Map<string, Set<PersonReason>>()
    const note = (id: string, reason: PersonReason) => found.set(id, (found.get(id) ?? new Set()).add(reason))
    const all = new Set(words)
    for (const word of all)
      for (const { id, which, words: surname, first } of namesakes(word, all)) {
        if (!surname.every((part) => all.has(part)) && word !== surname.join('')) continue
        const isNamed = first.some((name) => all.has(name) && !surname.includes(name))
        if (!isNamed && surname.join('').length < SHORT_NAME) continue
        note(id, which)
        if (isNamed) note(id, 'first-name')
      }
    // « CA 10482 » is one number too.
    const joined = words.slice(1).map((word, at) => `${words[at] ?? ''}${word}`)
    for (const word of new Set([...words, ...joined])) {
      const exact = byNuc.get(word)
      for (const id of exact ?? []) note(id, 'nuc')
      if (exact !== undefined) continue
      const near = withHoles(word).flatMap((hole) => byNearNuc.get(hole) ?? [])
      for (const id of near) if (near.length <= MOST_NEAR || found.has(id)) note(id, 'nuc-near')
    }
    const bySurnameAlone = [...found].filter(([, reasons]) => !FIRM.some((reason) => reasons.has(reason)))
    if (bySurnameAlone.length > MOST_NEAR) for (const [id] of bySurnameAlone) found.delete(id)
    return found
  }
}

/** The number with each of its digits left open in turn: two numbers that differ by one digit have one of these in common. */
function withHoles(number: string): string[] {
  const digits = number.replace(/\D/g, '').length
  // Beyond it nothing is a number of ours, and a label may be one word of thousands of figures.
  if (digits < FEWEST_DIGITS || number.length > 24) return []
  return [...number].flatMap((letter, at) =>
    letter >= '0' && letter <= '9' ? `${number.slice(0, at)}*${number.slice(at + 1)}` : [],
  )
}

function longestOf(words: readonly string[]): string {
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '')
}

function add<V>(map: Map<string, V[]>, key: string, value: V): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}
