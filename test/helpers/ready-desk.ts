import type { ReadyDesk } from '../../renderer/frame/office.tsx'
import { MONDAY } from './rows.ts'

/** A desk in Rennes at which a secretary sits, as the window knows it. Only what a test names differs. */
export function aReadyDesk(change: Partial<ReadyDesk> = {}): ReadyDesk {
  return {
    phase: 'ready',
    now: MONDAY,
    operator: { id: 'op', name: 'Annick', role: 'secretary', active: true },
    sessions: [{ id: 'session', label: 'Session de janvier 2027', startsOn: '2027-01-25', endsOn: '2027-01-29' }],
    exams: [],
    centre: {
      ...{ id: 'c', code: 'RENNES', name: 'CENTRE LUMIÈRE', town: 'Rennes', department: '35', inseeCommune: '35238' },
      ...{ territory: 'mainland', timeZone: 'Europe/Paris', currency: 'EUR' },
      ...{ accreditationNumber: 'H', accreditationEndsOn: '2028-12-31', phone: '02 99 00 00 00', email: null },
    },
    settings: {
      ...{ id: 'c', addressLines: [], legalLines: [], vatWording: 'x', activity: null, paymentTerms: '' },
      ...{ deadlineReading: 'B', goodFriday: false, boxingDay: false, closedDays: [], workedHolidays: [] },
    },
    freshness: { firstSync: null },
    ...change,
  } as ReadyDesk
}
