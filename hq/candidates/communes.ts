import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

/** The communes of the official geographic code, with the arrondissements of Paris, Lyon and Marseille, and those overseas. */

export type Commune = { code: string; name: string; department: string }
type Known = Commune & { folded: string; postcodes: readonly string[]; population: number }
type Published = {
  code: string
  nom: string
  type: string
  departement: string
  codesPostaux?: string[]
  population?: number
}

/** Communes that merged into others are left out: a birth is looked for where the commune is today. */
const TYPES = new Set(['commune-actuelle', 'arrondissement-municipal'])
const MOST = 20

let loading: Promise<ReadonlyMap<string, Known>> | undefined

/** Eight megabytes, read once, and only where somebody asks. */
function communes(): Promise<ReadonlyMap<string, Known>> {
  loading ??= load().catch((error: unknown) => {
    // The disk may have been busy: whoever asks next reads it again.
    loading = undefined
    throw error
  })
  return loading
}

async function load(): Promise<ReadonlyMap<string, Known>> {
  // The package's own entry reads its data from the current folder: the file is read from where it is instead.
  const require = createRequire(import.meta.url)
  const file = require.resolve('@etalab/decoupage-administratif/data/communes.json')
  const published = JSON.parse(await readFile(file, 'utf8')) as Published[]
  return new Map(
    published
      .filter(({ type }) => TYPES.has(type))
      .map(({ code, nom: name, departement: department, codesPostaux: postcodes = [], population = 0 }) => [
        code,
        { code, name, department, folded: fold(name), postcodes, population },
      ]),
  )
}

/** The commune of a code; null when there is none today. */
export async function communeOf(code: string): Promise<Commune | null> {
  return (await communes()).get(code) ?? null
}

/** Those that bear exactly this name, accents, capitals and hyphens aside: 1 441 names are those of several communes. */
export async function communesNamed(name: string): Promise<Commune[]> {
  const sought = fold(name)
  const all = [...(await communes()).values()].filter(({ folded }) => folded === sought)
  return all.map(({ code, name, department }) => ({ code, name, department }))
}

/**
 * Communes whose name, or a word of it, begins with this; or whose postcode does. Accents, capitals and hyphens do not matter.
 * @returns at most twenty, the name itself first, then names that begin so, then the most peopled
 */
export async function searchCommunes(query: string): Promise<Commune[]> {
  const sought = fold(query)
  if (sought === '') return []
  const isPostcode = /^\d+$/.test(sought)
  const found: { commune: Known; rank: number }[] = []
  for (const commune of (await communes()).values()) {
    const rank = isPostcode ? rankByPostcode(commune, sought) : rankByName(commune, sought)
    if (rank !== null) found.push({ commune, rank })
  }
  return found
    .sort((a, b) => a.rank - b.rank || b.commune.population - a.commune.population)
    .slice(0, MOST)
    .map(({ commune: { code, name, department } }) => ({ code, name, department }))
}

function rankByName({ folded }: Known, sought: string): number | null {
  if (folded === sought) return 0
  if (folded.startsWith(sought)) return 1
  return folded.includes(` ${sought}`) ? 2 : null
}

function rankByPostcode({ postcodes }: Known, sought: string): number | null {
  return postcodes.some((postcode) => postcode.startsWith(sought)) ? 0 : null
}

function fold(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/^(st|ste) /, (_all, short: string) => (short === 'st' ? 'saint ' : 'sainte '))
    .trim()
}
