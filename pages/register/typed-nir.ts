import { checkNir, maskNir, NIR_LENGTH, readNir } from '../../domain/nir.ts'
import { FAULTS } from '../../text/pages/faults.ts'
import { NIR_WARNINGS } from '../../text/pages/register.ts'
import type { Draft } from './draft.ts'
import { isoDate } from './step-faults.ts'

/** The number typed, or null: not typed, or not one. It stands in no draft, for a draft is kept on the device. */
export function nirTyped(typed: string | null): string | null {
  const read = readNir(typed ?? '')
  return 'nir' in read ? read.nir : null
}

/** What is wrong with it; nothing where nothing is typed, for it may be left out. `typed` is null where it is not asked. */
export function nirFault(typed: string | null): string | null {
  if (typed === null || typed.trim() === '') return null
  const read = readNir(typed)
  return 'fault' in read ? FAULTS.nir[read.fault] : null
}

/** The same while it is being typed: said as soon as it has all its characters, and not before. */
export function nirFaultSoFar(typed: string): string | null {
  return typed.replace(/[^\dA-Za-z]/g, '').length < NIR_LENGTH ? null : nirFault(typed)
}

/** As it may be shown to whoever looks at the page; null when there is none. */
export function nirMasked(typed: string | null): string | null {
  const nir = nirTyped(typed)
  return nir === null ? null : maskNir(nir)
}

/** That it disagrees with the identity typed so far, to be looked at; null when it agrees or cannot be told yet. */
export function nirWarning(typed: string, draft: Draft): string | null {
  const nir = nirTyped(typed)
  const bornOn = isoDate(draft.bornOn)
  if (nir === null || draft.sex === '' || bornOn === null) return null
  const said = checkNir(nir, { sex: draft.sex, bornOn, birthPlace: placeOf(draft) })
  return said === 'ok' ? null : NIR_WARNINGS[said]
}

function placeOf({ bornIn, communeCode, communeText, birthCountry, birthTown }: Draft) {
  if (bornIn === 'abroad') return { kind: 'abroad', country: birthCountry, town: birthTown } as const
  return bornIn === '' || communeCode === '' ? null : ({ kind: 'france', communeCode, town: communeText } as const)
}
