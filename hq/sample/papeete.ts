import { type OfferingPlan, type RequestPlan, times } from './plan.ts'

export const papeeteOfferings: readonly OfferingPlan[] = [
  {
    key: 'asca-e1-ciel',
    exam: 'ASCA-E1',
    software: ['ciel-comptabilite'],
    spare: 6,
    day: 1,
    startsAt: '07:30',
    room: 'Salle Tiare',
  },
  {
    key: 'asca-e2-ciel',
    exam: 'ASCA-E2',
    software: ['ciel-comptabilite', 'excel-2017'],
    spare: 5,
    day: 1,
    startsAt: '13:00',
    room: 'Salle Tiare',
  },
  {
    key: 'asca-e1-sage',
    exam: 'ASCA-E1',
    software: ['sage-50'],
    spare: 3,
    day: 2,
    startsAt: '07:30',
    room: 'Salle Hibiscus',
  },
]

/** Twenty-four requests. */
export const papeeteRequests: readonly RequestPlan[] = [
  ...times(5, { wants: ['asca-e1-ciel', 'asca-e2-ciel'], status: 'confirmed' }),
  ...times(3, { wants: ['asca-e1-ciel'], status: 'confirmed', payer: 'organisation' }),
  { wants: ['asca-e1-sage'], status: 'confirmed' },
  { wants: ['asca-e1-ciel'], status: 'prevalidated', deadline: 'overdue' },
  { wants: ['asca-e1-ciel', 'asca-e2-ciel'], status: 'prevalidated', deadline: 'later' },
  { wants: ['asca-e1-sage'], status: 'prevalidated', deadline: 'later' },
  {
    wants: ['asca-e1-sage'],
    status: 'refused',
    refusal: { reason: 'file-incomplete', text: 'Pièce d’identité illisible.' },
  },
  { wants: ['asca-e2-ciel'], status: 'withdrawn' },
  ...times(6, { wants: ['asca-e1-ciel', 'asca-e2-ciel'], status: 'requested' }),
  ...times(3, { wants: ['asca-e1-ciel'], status: 'requested' }),
  { wants: ['asca-e1-sage'], status: 'requested' },
]
