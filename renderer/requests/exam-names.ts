import type { Exam } from '../../domain/catalogue.ts'

/** How each exam of a session is called in a narrow column: « E1 », or in full where two families have an E1. */
export function shortExamCodes(exams: readonly Pick<Exam, 'code' | 'family'>[]): ReadonlyMap<string, string> {
  const shortOf = ({ code, family }: Pick<Exam, 'code' | 'family'>) =>
    code.startsWith(`${family}-`) ? code.slice(family.length + 1) : code
  const bearers = new Map<string, number>()
  for (const exam of exams) bearers.set(shortOf(exam), (bearers.get(shortOf(exam)) ?? 0) + 1)
  return new Map(exams.map((exam) => [exam.code, bearers.get(shortOf(exam)) === 1 ? shortOf(exam) : exam.code]))
}
