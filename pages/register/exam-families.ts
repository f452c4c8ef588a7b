import type { Exam } from '../../domain/catalogue.ts'
import type { Window } from '../../text/pages/windows.ts'

/** Exams under their family, in the order in which HQ gives them. */
export function byFamily<E extends Pick<Exam, 'family'>>(exams: readonly E[]): [family: string, exams: E[]][] {
  return [...Map.groupBy(exams, ({ family }) => family)]
}

/** The window when all exams have the same one, so that it is said once; null when they differ. */
export function sameWindow(exams: readonly Window[]): Window | null {
  const [first, ...others] = exams
  const same = others.every(
    (exam) =>
      exam.registrationOpensAt === first?.registrationOpensAt &&
      exam.registrationClosesAt === first.registrationClosesAt,
  )
  return first && same ? first : null
}
