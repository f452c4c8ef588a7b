import { createContext, useContext } from 'react'
import type { DeskState } from '../../contract/desk.ts'
import type { Centre, CentreSettings, ExamSession, Operator } from '../../domain/catalogue.ts'
import type { Circumstances } from '../../domain/decision.ts'
import type { Reminded } from '../../text/letters/reminder-letter.ts'
import type { ChosenFilters } from '../requests/list-look.ts'

/** A desk at which someone can work: enrolled, synced, and somebody sits there. */
export type ReadyDesk = DeskState & { centre: Centre; settings: CentreSettings; operator: Operator }

/** Null while something is still missing before work can begin. */
export function readyDesk(desk: DeskState): ReadyDesk | null {
  const { phase, centre, settings, operator } = desk
  if (phase !== 'ready' || !centre || !settings || !operator) return null
  return { ...desk, centre, settings, operator }
}

/** In the order of the rail. */
export const SCREENS = [
  'today',
  'requests',
  'seats',
  'session',
  'payments',
  'papers',
  'review',
  'exchanges',
  'settings',
] as const
export type Screen = (typeof SCREENS)[number]

export type Office = {
  desk: ReadyDesk
  session: ExamSession
  chooseSession: (sessionId: string) => void
  /** Shows the file of a request, in the list of its session (the one chosen unless told). */
  openRequest: (requestId: string, sessionId?: string) => void
  /** Shows the list of requests with these filters, the others at rest. */
  openRequests: (filters: Partial<ChosenFilters>) => void
  /** Opens the candidate's file (« dossier ») over whatever is there. */
  openCandidate: (candidateId: string) => void
  /** Shows an offering in Places et logiciels, ready to be changed. */
  openOffering: (offering: { id: string; sessionId: string }) => void
  /** Shows the mails by which these people are being reminded. */
  showReminders: (reminded: readonly Reminded[]) => void
  go: (screen: Screen) => void
  /** Opens the dialog of the rescue file. */
  openRescue: () => void
}

const OfficeContext = createContext<Office | null>(null)
export const OfficeProvider = OfficeContext.Provider

/** Where the person works: the desk, the session chosen, what can be opened from anywhere. */
export function useOffice(): Office {
  const office = useContext(OfficeContext)
  if (!office) throw new Error('A screen was drawn outside the frame')
  return office
}

/** Who would act and when, for the domain's judgement of a click that has not been made. */
export function circumstancesOf({ now, operator }: ReadyDesk): Circumstances {
  return { at: now, operatorName: operator.name, role: operator.role }
}
