import type { RequestChange } from '../domain/candidate.ts'
import type { ChangedPart, ModifiedContact } from '../domain/modification.ts'
import { NBSP } from './format.ts'
import { sayCategory, sayFunding } from './note-of-request.ts'

/** What a candidate changed of a request, as both sides read it: the candidate in the mail and in their space, the centre in the file. */

/** « Logiciel de l’épreuve ASCA-E1 », « Téléphone »… @param examCode of the exam whose software changed */
export function sayWhatChanged(what: RequestChange['what'], examCode: string | null): string {
  return what === 'software' && examCode !== null ? `Logiciel de l’épreuve ${examCode}` : CHANGE_WORDS[what]
}

const CHANGE_WORDS: Readonly<Record<RequestChange['what'], string>> = {
  software: 'Logiciel',
  phone: 'Téléphone',
  address: 'Adresse',
  category: 'Situation',
  'previous-exams': 'Épreuves déjà passées',
  funding: 'Règlement',
}

/** « Vous avez modifié : téléphone, logiciel », as the candidate reads it among what happened to one exam. */
export function sayModified(changed: readonly RequestChange['what'][]): string {
  return `Vous avez modifié${NBSP}: ${changed.map((what) => CHANGE_WORDS[what].toLowerCase()).join(', ')}`
}

/** What stands where there is nothing: before or after. */
export function sayValue(value: string | null): string {
  return value ?? 'rien'
}

type Said = Pick<RequestChange, 'what' | 'examId' | 'before' | 'after'>

/**
 * A change in the words that are kept with the request.
 * @param softwareOf the names of an offering's software
 */
export function wordsOfChange(part: ChangedPart, softwareOf: (offeringId: string) => readonly string[]): Said {
  const { what } = part
  switch (what) {
    case 'software': {
      const say = (offeringId: string) => softwareOf(offeringId).join(', ') || 'sans logiciel'
      const before = part.before === null ? null : say(part.before)
      return { what, examId: part.examId, before, after: say(part.after) }
    }
    case 'phone':
    case 'previous-exams':
      return { what, examId: null, before: part.before, after: part.after }
    case 'address':
      return { what, examId: null, before: sayAddress(part.before), after: sayAddress(part.after) }
    case 'category':
      return { what, examId: null, before: sayCategory(part.before), after: sayCategory(part.after) }
    case 'funding':
      return { what, examId: null, before: sayFunding(part.before), after: sayFunding(part.after) }
  }
}

function sayAddress({ addressLines, postcode, town }: ModifiedContact): string {
  return [...addressLines, `${postcode} ${town}`].join(', ')
}
