import type { Candidate, NirCheck } from '../../domain/candidate.ts'
import { checkNir } from '../../domain/nir.ts'
import { comparableName, type Identity } from '../../domain/registration.ts'
import type { Tx } from '../db/open.ts'
import type { KeptBirthPlace } from '../db/schema.ts'
import { type NirKey, NirKeyDiffers } from '../nir-key.ts'
import { communesNamed } from './communes.ts'
import { FRANCE } from './record-of-form.ts'

/**
 * The NIR that waits with a form; null without one, or when HQ no longer asks for it: then it has no key to open it with.
 * @throws NirKeyDiffers when it was sealed with another key
 */
export function nirOfForm(
  nirKey: NirKey | null,
  { id, nirSealed }: { id: string; nirSealed: string | null },
): string | null {
  if (!nirKey || nirSealed === null) return null
  try {
    return nirKey.open(nirSealed, { table: 'submission', id })
  } catch (cause) {
    throw new NirKeyDiffers('A form that waits was sealed with another HQ_NIR_KEY', { cause })
  }
}

/** As it stands in the candidate's file: sealed for that file, with the mark by which equal ones are found. */
export function nirForFile(
  nirKey: NirKey | null,
  nir: string | null,
  candidateId: string,
): { nirSealed: string | null; nirMark: string | null } {
  if (!nirKey || nir === null) return { nirSealed: null, nirMark: null }
  return { nirSealed: nirKey.seal(nir, { table: 'candidate_file', id: candidateId }), nirMark: nirKey.mark(nir) }
}

type Corrected = Pick<Candidate, 'id' | 'sex' | 'bornOn' | 'birthPlace' | 'birthCountry' | 'nirCheck'>

/**
 * What a correction of the identity does to what HQ alone knows: the place of birth with its code, and whether the NIR agrees.
 * `birthPlace` is null when there is no file, or the place is as it was. Without a NIR, or the key to open it, `nirCheck` stays.
 */
export async function fileAfter(
  tx: Tx,
  nirKey: NirKey | null,
  before: Corrected,
  after: Corrected,
): Promise<{ birthPlace: KeptBirthPlace | null; nirCheck: NirCheck }> {
  const { nirCheck } = before
  const file = await tx
    .selectFrom('candidateFile')
    .select(['birthPlace', 'nirSealed'])
    .where('candidateId', '=', before.id)
    .executeTakeFirst()
  if (!file) return { birthPlace: null, nirCheck }
  const moved = before.birthPlace !== after.birthPlace || before.birthCountry !== after.birthCountry
  const birthPlace = moved ? await placeOf(after, file.birthPlace) : file.birthPlace
  if (!nirKey || file.nirSealed === null) return { birthPlace: moved ? birthPlace : null, nirCheck }
  const nir = nirKey.open(file.nirSealed, { table: 'candidate_file', id: before.id })
  return {
    birthPlace: moved ? birthPlace : null,
    nirCheck: nirCheckOf(nir, after, birthPlace),
  }
}

/** Whether a NIR agrees with an identity, whose place of birth is that of the file. */
export function nirCheckOf(
  nir: string,
  identity: Pick<Candidate, 'sex' | 'bornOn'>,
  birthPlace: KeptBirthPlace,
): Exclude<NirCheck, 'none'> {
  const { sex, bornOn } = identity
  return checkNir(nir, { sex, bornOn, birthPlace: compared(birthPlace) })
}

/** A commune that is not known for sure is not compared. */
function compared(place: KeptBirthPlace): Identity['birthPlace'] | null {
  if (place.kind === 'abroad') return place
  const { communeCode } = place
  return communeCode === null ? null : { ...place, communeCode }
}

/** Centres write a town in words: its code is known when only one commune bears that name, or when it is the same town as before. */
async function placeOf({ birthPlace: town, birthCountry }: Corrected, before: KeptBirthPlace): Promise<KeptBirthPlace> {
  if (comparableName(birthCountry) !== FRANCE) return { kind: 'abroad', country: birthCountry, town }
  if (before.kind === 'france' && comparableName(before.town) === comparableName(town)) return { ...before, town }
  const [found, another] = await communesNamed(town)
  if (!found || another) return { kind: 'france', communeCode: null, town }
  return { kind: 'france', communeCode: found.code, town: found.name }
}

/** The place of birth as a centre corrected it. */
export async function keepBirthPlace(tx: Tx, candidateId: string, birthPlace: KeptBirthPlace): Promise<void> {
  await tx
    .updateTable('candidateFile')
    .set({ birthPlace: JSON.stringify(birthPlace) })
    .where('candidateId', '=', candidateId)
    .execute()
}
