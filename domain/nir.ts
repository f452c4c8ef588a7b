import type { NirCheck } from './candidate.ts'
import type { BirthPlace, Identity } from './registration.ts'

/**
 * The NIR (« numéro de sécurité sociale »): sex, year and month of birth, where, a number of order, and a key of two digits. Structure as
 * published by INSEE and service-public.fr; the key as computed everywhere: 97 less the rest of the other thirteen divided by 97.
 */

/** First digit: 1 and 2 for men and women; 3, 4, 7 and 8 while somebody's civil status is not certified. Any month: see `checkNir`. */
const SHAPE = /^[1-478]\d{4}(?:\d{2}|2[AB])\d{6}\d{2}$/
const PROVISIONAL = /^[3478]/
export const NIR_LENGTH = 15

export type NirFault = 'length' | 'letters' | 'key'

/**
 * What somebody typed, with spaces, dots or hyphens or without, in capitals or not.
 * @returns the fifteen characters, or what is wrong: not fifteen of them; characters that no number has there; a key that says that at
 * least one of the others is wrong
 */
export function readNir(typed: string): { nir: string } | { fault: NirFault } {
  const nir = typed.replace(/[\s.\-‐‑–]/gu, '').toUpperCase()
  if (nir.length !== NIR_LENGTH) return { fault: 'length' }
  if (!SHAPE.test(nir)) return { fault: 'letters' }
  return isNir(nir) ? { nir } : { fault: 'key' }
}

/** Whether these are the fifteen characters of a NIR whose key is right. Any digit typed wrong makes it wrong, for 97 is prime. */
export function isNir(text: string): boolean {
  return SHAPE.test(text) && keyOf(text.slice(0, 13)) === text.slice(13)
}

function keyOf(body: string): string {
  const number = Number(body.replace('2A', '19').replace('2B', '18'))
  return String(97 - (number % 97)).padStart(2, '0')
}

type Compared = Pick<Identity, 'sex' | 'bornOn'> & {
  /** Null when the commune is not known for sure: then it is not compared. */
  birthPlace: BirthPlace | null
}

/**
 * The first part of a NIR that disagrees with an identity. Whatever cannot be told agrees: it is a reason to look at a document, and
 * never one to refuse.
 */
export function checkNir(nir: string, { sex, bornOn, birthPlace }: Compared): Exclude<NirCheck, 'none'> {
  if (!sexAgrees(nir, sex)) return 'sex'
  if (!dateAgrees(nir, bornOn)) return 'birth-date'
  return birthPlace === null || placeAgrees(nir, birthPlace, bornOn) ? 'ok' : 'birth-place'
}

function sexAgrees(nir: string, sex: Identity['sex']): boolean {
  return PROVISIONAL.test(nir) || nir.startsWith(sex === 'M' ? '1' : '2')
}

/** The month stands there only from 01 to 12: 20, 30 to 42 and 50 to 99 are given to births whose record is incomplete. */
function dateAgrees(nir: string, bornOn: string): boolean {
  const month = Number(nir.slice(3, 5))
  if (nir.slice(1, 3) !== bornOn.slice(2, 4)) return false
  return month < 1 || month > 12 || month === Number(bornOn.slice(5, 7))
}

const ABROAD = '99'
/** Départements of Algeria (91 to 94), Morocco (95) and Tunisia (96): numbers that départements of Île-de-France took in 1968. */
const FORMER_ABROAD = new Set(['91', '92', '93', '94', '95', '96'])
const ILE_DE_FRANCE_MADE_ON = '1968-01-01'
/** Where a commune of these départements may have been at the time of a birth: Seine and Seine-et-Oise were cut up on that day. */
const BEFORE_1968: Readonly<Record<string, readonly string[]>> = {
  '91': ['78'],
  '92': ['75', '78'],
  '93': ['75', '78'],
  '94': ['75', '78'],
  '95': ['78'],
}
/** Communes that went from one département to another, by their former codes in the official geographic code; and Corsica, 20 until 1976. */
const CAME_FROM: Readonly<Record<string, readonly string[]>> = {
  '2A': ['20'],
  '2B': ['20'],
  '25': ['39'],
  '44': ['49'],
  '49': ['44', '79'],
  '50': ['14'],
  '51': ['02'],
  '52': ['51'],
  '54': ['55'],
  '59': ['02'],
  '62': ['80'],
  '69': ['01', '38'],
  '70': ['52'],
  '78': ['91'],
  '91': ['28'],
  '976': ['985'],
  '977': ['971'],
  '978': ['971'],
}

/**
 * Only the département is compared, as it was at the time of the birth: communes have merged since and their codes with them. Abroad,
 * no more than that it is abroad, for the country is in words.
 */
function placeAgrees(nir: string, place: BirthPlace, bornOn: string): boolean {
  // That of somebody in course of registration may bear the office that gave it.
  if (/^[78]/.test(nir)) return true
  const there = departmentOf(nir.slice(5, 10))
  const earlier = bornOn < ILE_DE_FRANCE_MADE_ON
  if (place.kind === 'abroad')
    // Overseas: territories that have become countries since, and islands whose people call the rest « abroad ».
    return there === ABROAD || there.length === 3 || (earlier && FORMER_ABROAD.has(there))
  const here = departmentOf(place.communeCode)
  if (there === here || CAME_FROM[here]?.includes(there)) return true
  return earlier && (BEFORE_1968[here]?.includes(there) ?? false)
}

/** Three characters overseas, two elsewhere; of a place as NIR and official code alike write it. */
function departmentOf(place: string): string {
  return place.slice(0, /^9[78]/.test(place) ? 3 : 2)
}

/** « 1 85 •• •• ••• ••• •• »: enough for its owner to know which number it is, and for nobody to learn it. */
export function maskNir(nir: string): string {
  return `${nir.slice(0, 1)} ${nir.slice(1, 3)} •• •• ••• ••• ••`
}
