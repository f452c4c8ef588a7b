import type { Identity } from '../domain/candidate.ts'
import { formatDate } from './format.ts'
import { IDENTITY_FIELD_WORDS } from './fr.ts'

const SEXES: Readonly<Record<Identity['sex'], string>> = { F: 'Féminin', M: 'Masculin' }

/** An identity line by line, as it will stand on the attestation: every character counts, nothing is shortened. */
export function identityLines(identity: Identity): (readonly [label: string, value: string])[] {
  const { birthName, usageName, firstNames, sex, bornOn, birthPlace, birthCountry } = identity
  return [
    [IDENTITY_FIELD_WORDS.birthName, birthName],
    ...(usageName === null ? [] : [[IDENTITY_FIELD_WORDS.usageName, usageName] as const]),
    [IDENTITY_FIELD_WORDS.firstNames, firstNames],
    [IDENTITY_FIELD_WORDS.sex, SEXES[sex]],
    [IDENTITY_FIELD_WORDS.bornOn, formatDate(bornOn)],
    [IDENTITY_FIELD_WORDS.birthPlace, birthPlace],
    [IDENTITY_FIELD_WORDS.birthCountry, birthCountry],
  ]
}
