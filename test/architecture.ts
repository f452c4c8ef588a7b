import { builtinModules } from 'node:module'
import path from 'node:path'
import { type Import, readFacts, readsSqlClock, type SourceFile } from './architecture/source-file.ts'
import {
  clockFiles,
  notCarried,
  packageFiles,
  rooms,
  tooLong,
  toolRooms,
  typesOnly,
  vagueNames,
} from './architecture/table.ts'

/** Takes every file of the project and gives one sentence for each breach of the architecture; none when it holds. */
export function findBreaches(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const breaches = [...nameBreaches(file.path), ...lengthBreaches(file)]
    if (file.path.endsWith('.sql'))
      return [...breaches, ...(readsSqlClock(file.text) ? [clockBreach(file.path, 'SQL')] : [])]
    if (!/\.(ts|tsx)$/.test(file.path)) return breaches
    const facts = readFacts(file)
    const clockReads = clockFiles.includes(file.path) ? [] : facts.clockReads
    const sqlClockReads = isTestFile(file.path) || !(roomOf(file.path) in rooms) ? [] : facts.sqlClockReads
    return [
      ...breaches,
      ...[...clockReads, ...sqlClockReads].map((code) => clockBreach(file.path, code)),
      ...facts.imports.flatMap((found) => importBreaches(file.path, found)),
    ]
  })
}

/**
 * Takes every file of the project and gives one sentence for each package that an entry must not carry and does, with the files by which it
 * gets there. Imports of types alone are erased and lead nowhere; a file read later (`import()`) counts like any other.
 */
export function findCarried(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  return Object.entries(notCarried).flatMap(([entry, packages]) => {
    const ways = waysFrom(entry, byPath)
    return packages.flatMap((name) => {
      const way = ways.get(name)
      return way ? [`${entry} carries ${name}: ${way.join(' → ')}`] : []
    })
  })
}

/** Every file and package that a file's values come from, each with the shortest way there. */
function waysFrom(entry: string, files: ReadonlyMap<string, SourceFile>): Map<string, string[]> {
  const ways = new Map([[entry, [entry]]])
  // A map goes on to what is added while it is walked: nearest first.
  for (const [here, way] of ways) {
    const file = /\.tsx?$/.test(here) ? files.get(here) : undefined
    for (const { specifier, typeOnly } of file ? readFacts(file).imports : []) {
      if (typeOnly || specifier === null) continue
      const there = specifier.startsWith('.')
        ? path.posix.join(path.posix.dirname(here), specifier)
        : packageOf(specifier)
      if (!ways.has(there)) ways.set(there, [...way, there])
    }
  }
  return ways
}

/** Takes the text of package-lock.json: it must install from whatever registry npm is set to, so it names none. */
export function findLockfileBreaches(text: string): string[] {
  const lock = JSON.parse(text) as { packages: Record<string, { resolved?: string }> }
  return Object.entries(lock.packages)
    .filter(([, entry]) => entry.resolved !== undefined)
    .map(([name, entry]) => `package-lock.json: ${name} is tied to ${entry.resolved}`)
}

const roomOf = (file: string): string => file.split('/')[0] ?? ''
const isTestFile = (file: string): boolean => /\.test\.tsx?$/.test(file)
const clockBreach = (file: string, code: string): string => `${file} reads the machine's clock: ${code.slice(0, 60)}`

function importBreaches(file: string, { specifier, typeOnly }: Import): string[] {
  const room = roomOf(file)
  const isTest = isTestFile(file)
  const isTool = isTest || !(room in rooms)
  if (specifier === null) return isTool ? [] : [`${file} imports a computed path, which nothing can check`]
  if (specifier.startsWith('.')) return relativeBreaches({ file, room, isTest, specifier, typeOnly })
  return isTool ? [] : packageBreaches(file, room, specifier)
}

type RelativeImport = { file: string; room: string; isTest: boolean; specifier: string; typeOnly: boolean }

function relativeBreaches({ file, room, isTest, specifier, typeOnly }: RelativeImport): string[] {
  const breaches: string[] = []
  if (!/\.(ts|tsx|css|json|html|sql|svg|png|woff2)(\?\w+)?$/.test(specifier)) {
    breaches.push(`${file} imports ${specifier} without its suffix`)
  }
  const target = roomOf(path.posix.join(path.posix.dirname(file), specifier))
  const inOwnRoom = target === room
  if (inOwnRoom || isTest || room === 'test') return breaches
  const allowed = rooms[room]?.rooms ?? (room === 'scripts' ? Object.keys(rooms) : undefined)
  const isRoom = target in rooms || toolRooms.includes(target)
  if (allowed && !allowed.includes(target) && (isRoom || room !== 'scripts')) {
    breaches.push(`${file} imports ${specifier}: ${room} may not import ${target}`)
  } else if (typesOnly[room]?.includes(target) && !typeOnly) {
    breaches.push(`${file} imports ${specifier}: ${room} may only \`import type\` from ${target}`)
  }
  return breaches
}

function packageBreaches(file: string, room: string, specifier: string): string[] {
  const allowed = rooms[room] as (typeof rooms)[string]
  if (specifier.startsWith('node:') || builtinModules.includes(specifier)) {
    return allowed.node ? [] : [`${file} imports ${specifier}: ${room} may not use Node`]
  }
  const name = packageOf(specifier)
  if (!allowed.packages.some((entry) => entry === name || entry === `${name.split('/')[0]}/*`)) {
    return [`${file} imports ${specifier}: ${room} may not use this package`]
  }
  const only = packageFiles[name]
  return only && !only.some((place) => file === place || (place.endsWith('/') && file.startsWith(place)))
    ? [`${file} imports ${specifier}: only ${only.join(', ')} may`]
    : []
}

/** `@scope/name/sub` gives `@scope/name`; `name/sub` gives `name`. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

function nameBreaches(file: string): string[] {
  if (file.startsWith('test/helpers/')) return nameBreaches(file.slice('test/helpers/'.length))
  return file
    .split('/')
    .filter((part) => part.split(/[-._]/).some((word) => vagueNames.includes(word.toLowerCase())))
    .map((part) => `${file}: "${part}" says how, not what: name it after what it gives`)
}

function lengthBreaches({ path: file, text }: SourceFile): string[] {
  // Written by a test, one table after the other: nobody looks for their way in it.
  if (file.endsWith('.snapshot.sql')) return []
  const lines = text.split('\n').length - 1
  return lines >= tooLong ? [`${file} has ${lines} lines (${tooLong} or more)`] : []
}
