import type { Draft } from '../../../contract/ipc.ts'
import type { Operator } from '../../../domain/catalogue.ts'
import type { TableRows } from '../oracle/table-rows.ts'

/** A click that somebody makes at a desk, on what its screen shows: what is asked, by whom, and a sentence to tell it. */
export type Click = { operator: Operator; drafts: Draft[]; told: string }
export type Drawn = Omit<Click, 'operator'> | null
export type Screen = { view: TableRows; today: string; focus: string | null }

export function one(name: Draft['name'], args: Draft['args'], told: string): Drawn {
  return { drafts: [{ name, args }], told }
}

/** « Roy (p1) »: two people of a day may bear the same name. */
export function nameOf(view: TableRows, entryIds: readonly string[]): string {
  const names = entryIds.map((id) => {
    const candidate = view.get('candidate', view.get('entry', id)?.candidateId ?? null)
    return candidate ? `${candidate.birthName} (${candidate.id.split('-').at(-1)})` : id
  })
  return [...new Set(names)].join(' and ')
}
