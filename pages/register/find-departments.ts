import { comparableName } from '../../domain/registration.ts'
import { DEPARTMENT_NAMES, sayDepartment } from '../../text/pages/departments.ts'

export type FoundDepartment = { value: string; label: string }

const ALL = Object.entries(DEPARTMENT_NAMES)
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([value, name]) => ({ value, label: sayDepartment(value), name: comparableName(name) }))

/** Départements whose number begins with what is typed, or whose name holds it; accents and capitals aside. */
export function findDepartments(typed: string): FoundDepartment[] {
  const text = typed.trim()
  if (ALL.some(({ label }) => label === text)) return ALL
  const key = comparableName(text)
  // « 35 – Ille-et-V », as one has it who takes letters off a name that was chosen.
  return ALL.filter(
    ({ value, label, name }) =>
      comparableName(label).startsWith(key) || value.startsWith(key) || (key.length > 1 && name.includes(key)),
  )
}
