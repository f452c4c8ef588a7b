import type { Candidate } from '../../domain/candidate.ts'
import { uuidV7 } from '../../domain/ids.ts'
import { addDays, type Instant, type LocalDate } from '../../domain/time.ts'
import type { Chance } from './chance.ts'
import { FIRST_NAMES, type Somebody, SPECIAL, SURNAMES, TOWNS } from './names.ts'

export type Place = 'bretagne' | 'tahiti'

/** That many invented people: those with a name worth testing first, the rest made from lists, then mixed. */
export function makePeople(chance: Chance, place: Place, count: number): Somebody[] {
  const special = SPECIAL[place].slice(0, count)
  const others = Array.from({ length: count - special.length }, (): Somebody => {
    const sex = chance.pick(['F', 'F', 'M'] as const)
    const birthName =
      chance.int(1, 12) === 1
        ? `${chance.pick(SURNAMES[place])}-${chance.pick(SURNAMES[place])}`
        : chance.pick(SURNAMES[place])
    const firstNames = chance.pick(FIRST_NAMES[place][sex])
    return sex === 'F' && chance.int(1, 4) === 1
      ? { birthName, firstNames, sex, usageName: chance.pick(SURNAMES[place]) }
      : { birthName, firstNames, sex }
  })
  return chance.shuffle([...special, ...others])
}

type Registration = { at: Instant; today: LocalDate; place: Place; nuc: string | null }

/** The record of somebody who registered at that instant. Numbers and mail addresses are of ranges that reach nobody. */
export function makeCandidate(chance: Chance, somebody: Somebody, { at, today, place, nuc }: Registration): Candidate {
  const { town, postcode } = chance.pick(TOWNS[place])
  const born = addDays(today, -chance.int(19 * 365, 55 * 365))
  const tail = String(chance.int(0, 9999)).padStart(4, '0')
  return {
    id: uuidV7(at, chance.bytes(16)),
    nuc,
    birthName: somebody.birthName,
    usageName: somebody.usageName ?? null,
    firstNames: somebody.firstNames,
    sex: somebody.sex,
    bornOn: somebody.bornOn ?? born,
    birthPlace: somebody.birthPlace ?? chance.pick(TOWNS[place]).town,
    birthCountry: somebody.birthCountry ?? 'FRANCE',
    email: `${asAddress(somebody.firstNames)}.${asAddress(somebody.birthName)}${chance.int(1, 999)}@courriel.example`,
    phone:
      place === 'tahiti'
        ? `+689 87 00 ${tail.slice(0, 2)} ${tail.slice(2)}`
        : `06 39 98 ${tail.slice(0, 2)} ${tail.slice(2)}`,
    addressLines: [
      `${chance.int(1, 120)} ${chance.pick(['rue', 'allée', 'chemin', 'impasse'])} ${chance.pick(['des Exemples', 'de l’Invention', 'du Modèle', 'des Essais'])}`,
    ],
    postcode,
    town,
    nirCheck: chance.pick(['none', 'none', 'none', 'ok', 'ok', 'birth-place'] as const),
    emailNext: null,
    emailChangesAt: null,
  }
}

function asAddress(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/[^a-zA-Z -]/g, '')
    .trim()
    .toLowerCase()
  return plain.split(/[ -]+/)[0] || 'candidat'
}
