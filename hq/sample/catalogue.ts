import type { Exam, Software } from '../../domain/catalogue.ts'
import type { SampleSession } from './sessions.ts'

export const SOFTWARE = [
  { id: 'ciel-comptabilite', name: 'CIEL COMPTABILITE' },
  { id: 'ebp-comptabilite', name: 'EBP COMPTABILITÉ' },
  { id: 'excel-2017', name: 'EXCEL 2017' },
  { id: 'sage-50', name: 'SAGE 50' },
  { id: 'word-2019', name: 'WORD 2019' },
] as const satisfies Software[]
export type SoftwareId = (typeof SOFTWARE)[number]['id']

export const EXAM_CODES = ['ASCA-E1', 'ASCA-E2', 'ASCOM-E1', 'ASCOM-E2', 'UCP-E1', 'UCP-E2'] as const
export type ExamCode = (typeof EXAM_CODES)[number]

const EXAMS: Record<ExamCode, Pick<Exam, 'label' | 'minutes' | 'needsSoftware'>> = {
  'ASCA-E1': { label: 'Traitement des activités comptables courantes', minutes: 120, needsSoftware: true },
  'ASCA-E2': { label: 'Activités comptables de fin d’exercice', minutes: 150, needsSoftware: true },
  'ASCOM-E1': { label: 'Suivi administratif de l’activité commerciale', minutes: 120, needsSoftware: true },
  'ASCOM-E2': { label: 'Relation commerciale et communication écrite', minutes: 90, needsSoftware: true },
  'UCP-E1': { label: 'Communication professionnelle', minutes: 90, needsSoftware: false },
  'UCP-E2': { label: 'Organisation du poste de travail', minutes: 60, needsSoftware: false },
}

export const FEE = { EUR: 5000, XPF: 5967 } as const

export function examId(sessionId: string, code: ExamCode): string {
  return `${sessionId}-${code}`
}

/** The exams of a session, as HQ publishes them. */
export function examsOf(session: SampleSession): Exam[] {
  return EXAM_CODES.map((code) => ({
    id: examId(session.id, code),
    sessionId: session.id,
    code,
    family: code.slice(0, code.indexOf('-')),
    ...EXAMS[code],
    registrationOpensAt: session.opensAt,
    registrationClosesAt: session.closesAt,
    allowedDates: session.dates,
    fee: { ...FEE },
  }))
}

/** « CIEL COMPTABILITE, EXCEL 2017 », or « sans logiciel ». */
export function softwareNames(ids: readonly string[]): string {
  const names = ids.map((id) => SOFTWARE.find((software) => software.id === id)?.name ?? id)
  return names.length > 0 ? names.join(', ') : 'sans logiciel'
}
