import type { Centre, CentreSettings, Device, Operator, Organisation } from '../../domain/catalogue.ts'
import type { LocalDate } from '../../domain/time.ts'
import { papeeteOfferings, papeeteRequests } from './papeete.ts'
import type { OfferingPlan, RequestPlan } from './plan.ts'
import { rennesOfferings, rennesRequests } from './rennes.ts'

/** An invented centre: addresses, numbers and people are nobody's. */
export type SampleCentre = {
  centre: Centre
  settings: CentreSettings
  /** The PC that issued the receipts of the past; nobody holds its key any more. */
  device: Device
  operators: readonly Operator[]
  organisations: { paying: Organisation; onAccount: Organisation }
  offerings: readonly OfferingPlan[]
  requests: readonly RequestPlan[]
  people: 'bretagne' | 'tahiti'
  /** Whether it has asked its candidates to check their data. */
  asksDataCheck: boolean
}

export const SAMPLE_CENTRE_IDS = ['rennes', 'papeete'] as const

export function sampleCentres(today: LocalDate): SampleCentre[] {
  const year = Number(today.slice(0, 4))
  const accreditationEndsOn = `${year + 2}-12-31`
  return [
    {
      centre: {
        id: 'rennes',
        code: 'C35-014',
        name: 'CENTRE LUMIÈRE',
        town: 'Rennes',
        department: '35',
        inseeCommune: '35238',
        territory: 'mainland',
        timeZone: 'Europe/Paris',
        currency: 'EUR',
        accreditationNumber: 'HAB-35-0014',
        accreditationEndsOn,
        // In a block that the French regulator (ARCEP) keeps for works of fiction.
        phone: '02 61 91 00 14',
        email: 'secretariat@centre-lumiere.example',
      },
      settings: {
        id: 'rennes',
        addressLines: ['12 rue de l’Exemple', '35000 RENNES'],
        legalLines: ['Association loi 1901 (centre d’exemple) – SIRET 000 000 000 00000'],
        vatWording: 'Exonération de TVA, art. 261-4-4° a du CGI',
        activity: { number: '00000000000', region: 'Bretagne' },
        paymentTerms: 'Par chèque à l’ordre de CENTRE LUMIÈRE, par virement, par carte ou en espèces à l’accueil.',
        convocationWording: null,
        confirmationWording: null,
        reminderWording: null,
        refusalWording: null,
        attestationWording: null,
        attendanceWording: null,
        signatory: null,
        deadlineReading: 'B',
        goodFriday: false,
        boxingDay: false,
        closedDays: [`${year}-12-24`, `${year}-12-31`],
        workedHolidays: [],
      },
      device: { id: 'rennes-poste-direction', name: 'POSTE DIRECTION', series: 'A' },
      operators: [
        { id: 'rennes-maelle', name: 'Maëlle CORVAISIER', role: 'manager', active: true },
        { id: 'rennes-yannick', name: 'Yannick PRIGENT', role: 'secretary', active: true },
        { id: 'rennes-fatoumata', name: 'Fatoumata DIARRASSOUBA', role: 'secretary', active: true },
        { id: 'rennes-bruno', name: 'Bruno TALVAS', role: 'reader', active: true },
      ],
      organisations: {
        paying: {
          id: 'rennes-ouest-competences',
          name: 'OUEST COMPÉTENCES FORMATION (exemple)',
          addressLines: ['3 allée de l’Invention', '35510 CESSON-SÉVIGNÉ'],
          onAccount: false,
        },
        onAccount: {
          id: 'rennes-opco-exemple',
          name: 'OPCO DE L’EXEMPLE',
          addressLines: ['Service des règlements', '1 place de la Fiction', '35000 RENNES'],
          onAccount: true,
        },
      },
      offerings: rennesOfferings,
      requests: rennesRequests,
      people: 'bretagne',
      asksDataCheck: true,
    },
    {
      centre: {
        id: 'papeete',
        code: 'C987-002',
        name: 'TAHITIPLUS',
        town: 'Papeete',
        department: '987',
        inseeCommune: '98735',
        territory: 'french-polynesia',
        timeZone: 'Pacific/Tahiti',
        currency: 'XPF',
        accreditationNumber: 'HAB-987-0002',
        accreditationEndsOn,
        phone: null,
        email: 'accueil@tahitiplus.example',
      },
      settings: {
        id: 'papeete',
        addressLines: ['BP 00000 (exemple)', '98713 PAPEETE – TAHITI'],
        legalLines: ['Numéro TAHITI 000000 (centre d’exemple)'],
        vatWording: 'Exonéré de TVA (code des impôts de la Polynésie française, activité d’enseignement)',
        activity: null,
        paymentTerms: 'Par chèque à l’ordre de TAHITIPLUS, par virement ou en espèces à l’accueil.',
        convocationWording: null,
        confirmationWording: null,
        reminderWording: null,
        refusalWording: null,
        attestationWording: null,
        attendanceWording: null,
        signatory: null,
        deadlineReading: 'B',
        goodFriday: true,
        boxingDay: false,
        closedDays: [],
        workedHolidays: [],
      },
      device: { id: 'papeete-poste-direction', name: 'POSTE DIRECTION', series: 'A' },
      operators: [
        { id: 'papeete-hereiti', name: 'Hereiti TEMARUA', role: 'manager', active: true },
        { id: 'papeete-moana', name: 'Moana FAREURA', role: 'secretary', active: true },
        { id: 'papeete-celine', name: 'Céline DROLLEC', role: 'secretary', active: true },
        { id: 'papeete-tehani', name: 'Tehani MAIRAU', role: 'reader', active: true },
      ],
      organisations: {
        paying: {
          id: 'papeete-fenua-formation',
          name: 'FENUA FORMATION (exemple)',
          addressLines: ['BP 11111 (exemple)', '98713 PAPEETE'],
          onAccount: false,
        },
        onAccount: {
          id: 'papeete-fonds-exemple',
          name: 'FONDS PARITAIRE DE L’EXEMPLE',
          addressLines: ['BP 22222 (exemple)', '98713 PAPEETE'],
          onAccount: true,
        },
      },
      offerings: papeeteOfferings,
      requests: papeeteRequests,
      people: 'tahiti',
      asksDataCheck: false,
    },
  ]
}
