import { expect, test } from 'vitest'
import { type FoundCentre, RegisterBody } from '../../contract/candidate-pages.ts'
import { FAULTS } from '../../text/pages/faults.ts'
import { faultsOfStep, firstUnfinished, type KnownOfForm } from './all-faults.ts'
import { type Draft, emptyDraft } from './draft.ts'
import { contactFaults, examFaults, identityFaults, isoDate, placeFaults, situationFaults } from './step-faults.ts'
import { fieldsRefused, toRegistration } from './to-registration.ts'

const NOW = '2026-11-23T08:41:00.000Z'
const exam = (id: string, opens = '2026-09-01', closes = '2026-12-14') => ({
  id,
  code: id.toUpperCase(),
  registrationOpensAt: `${opens}T00:00:00.000Z`,
  registrationClosesAt: `${closes}T00:00:00.000Z`,
})
const offered = (examId: string, offeringId: string) => ({
  examId,
  offeringId,
  softwareNames: [],
  seat: 'free' as const,
})
const CENTRE: FoundCentre = {
  id: 'rennes',
  name: 'CENTRE LUMIÈRE',
  town: 'Rennes',
  department: '35',
  timeZone: 'Europe/Paris',
  currency: 'EUR',
  offered: [offered('e1', 'o1'), offered('e1', 'o2'), offered('e2', 'o3')],
}
const KNOWN: KnownOfForm = {
  exams: [exam('e1'), exam('e2'), exam('late', '2026-12-01'), exam('over', '2026-09-01', '2026-11-23')],
  now: NOW,
  centre: CENTRE,
  password: { password: 'Rennes-2027', again: 'Rennes-2027' },
  nir: null,
}
const SECRETS = { password: 'Rennes-2027', nir: null }
const WHOLE: Draft = {
  ...emptyDraft(),
  sessionId: '2027-01',
  examIds: ['e1', 'e2'],
  department: '35',
  centreId: 'rennes',
  offerings: { e1: 'o2' },
  softwareAccepted: true,
  birthName: 'Le Gall',
  birthNameAgain: 'LE  GALL ',
  firstNames: 'Maëlle Anne',
  sex: 'F',
  bornOn: { day: '3', month: '5', year: '1998' },
  bornOnAgain: { day: '03', month: '05', year: '1998' },
  bornIn: 'france',
  communeCode: '35238',
  communeText: 'Rennes',
  nationality: 'française',
  email: ' maelle@exemple.fr',
  emailAgain: 'maelle@exemple.fr',
  phone: '06 12 34 56 78',
  address1: '12 rue de l’Exemple',
  postcode: '35000',
  town: 'Rennes',
  category: 'employee',
  passedBefore: 'no',
  funding: 'own',
  informed: true,
}
const saidOf = (faults: readonly { field: string; sentence: string }[]) =>
  Object.fromEntries(faults.map(({ field, sentence }) => [field, sentence]))

test('a form filled in as asked has no fault, and is what HQ takes', () => {
  expect(firstUnfinished(WHOLE, KNOWN)).toBe('recapitulatif')
  const body = toRegistration(WHOLE, CENTRE, SECRETS)
  expect(RegisterBody.safeParse(body).error).toBeUndefined()
  expect(body.choices).toEqual([
    { examId: 'e1', offeringId: 'o2' },
    { examId: 'e2', offeringId: 'o3' },
  ])
  expect(body.identity.bornOn).toBe('1998-05-03')
  expect(body.contact.email).toBe('maelle@exemple.fr')
})

test('born abroad and paid by an employer is taken too', () => {
  const draft: Draft = {
    ...WHOLE,
    bornIn: 'abroad',
    birthCountry: 'Sénégal',
    birthTown: 'Dakar',
    funding: 'employer',
    funderName: 'ACME',
    funderContact: 'Mme Diop, 01 23 45 67 89',
    passedBefore: 'yes',
    previousExams: 'ASCOM-E1 en 2025',
  }
  expect(firstUnfinished(draft, KNOWN)).toBe('recapitulatif')
  expect(RegisterBody.safeParse(toRegistration(draft, CENTRE, SECRETS)).error).toBeUndefined()
})

test('an empty form says each thing that is missing, once a field', () => {
  const empty = emptyDraft()
  expect(firstUnfinished(empty, KNOWN)).toBe('epreuves')
  for (const step of ['epreuves', 'lieu', 'identite', 'coordonnees', 'situation', 'compte'] as const) {
    const fields = faultsOfStep(step, empty, { ...KNOWN, centre: null, password: { password: '', again: '' } })
    expect(fields.length, step).toBeGreaterThan(0)
    expect(new Set(fields.map(({ field }) => field)).size).toBe(fields.length)
  }
})

test('an exam whose window has not opened, or closed this minute, is named', () => {
  expect(saidOf(examFaults({ ...WHOLE, examIds: ['e1', 'late'] }, KNOWN))).toEqual({ examIds: FAULTS.notOpen('LATE') })
  const closing = { ...KNOWN, now: '2026-11-22T23:59:59.999Z' }
  expect(examFaults({ ...WHOLE, examIds: ['over'] }, closing)).toEqual([])
  const closed = { ...KNOWN, now: '2026-11-23T00:00:00.000Z' }
  expect(saidOf(examFaults({ ...WHOLE, examIds: ['over'] }, closed))).toEqual({ examIds: FAULTS.notOpen('OVER') })
  expect(saidOf(examFaults({ ...WHOLE, examIds: ['gone'] }, KNOWN))).toEqual({ examIds: FAULTS.sessionGone })
})

test('where a centre has two ways for an exam, one is chosen; one that it no longer has is chosen anew', () => {
  expect(placeFaults(WHOLE, KNOWN)).toEqual([])
  for (const offerings of [{}, { e1: 'o9' }] as Record<string, string>[])
    expect(saidOf(placeFaults({ ...WHOLE, offerings }, KNOWN))).toEqual({ 'offering-e1': FAULTS.noOffering('E1') })
  expect(saidOf(placeFaults(WHOLE, { ...KNOWN, centre: null }))).toEqual({ centreId: FAULTS.noCentre })
})

test.each([
  [{ birthNameAgain: 'Le Gal' }, { birthNameAgain: FAULTS.birthNameDiffers }],
  [{ birthName: 'L3 Gall', birthNameAgain: 'L3 Gall' }, { birthName: FAULTS.nameLetters }],
  [
    { bornOn: { day: '30', month: '2', year: '1998' } },
    { bornOn: FAULTS.bornOnNoDate, bornOnAgain: FAULTS.bornOnDiffers },
  ],
  [{ bornOnAgain: { day: '4', month: '5', year: '1998' } }, { bornOnAgain: FAULTS.bornOnDiffers }],
  [
    { bornOn: { day: '3', month: '5', year: '98' } },
    { bornOn: FAULTS.bornOnNoDate, bornOnAgain: FAULTS.bornOnDiffers },
  ],
  [{ communeCode: '' }, { communeCode: FAULTS.communeMissing }],
] as [Partial<Draft>, Record<string, string>][])('identity: %o', (part, expected) => {
  expect(saidOf(identityFaults({ ...WHOLE, ...part }, NOW))).toEqual(expected)
})

test('nobody registers who is born tomorrow, or before 1900', () => {
  for (const bornOn of [
    { day: '24', month: '11', year: '2026' },
    { day: '3', month: '5', year: '1850' },
    { day: '31', month: '12', year: '1899' },
  ])
    expect(saidOf(identityFaults({ ...WHOLE, bornOn, bornOnAgain: bornOn }, NOW))).toEqual({
      bornOn: FAULTS.bornOnImpossible,
    })
})

test.each([
  [{ email: 'maelle@exemple', emailAgain: 'maelle@exemple' }, { email: FAULTS.emailInvalid }],
  [{ emailAgain: 'maele@exemple.fr' }, { emailAgain: FAULTS.emailDiffers }],
  [{ phone: 'demain' }, { phone: FAULTS.phoneInvalid }],
  [{ address2: 'x'.repeat(101) }, { address2: FAULTS.addressLong }],
] as [Partial<Draft>, Record<string, string>][])('contact: %o', (part, expected) => {
  expect(saidOf(contactFaults({ ...WHOLE, ...part }))).toEqual(expected)
})

test('somebody else who pays has a name and somebody to call', () => {
  expect(saidOf(situationFaults({ ...WHOLE, funding: 'training-centre' }))).toEqual({
    funderName: FAULTS.funderNameMissing,
    funderContact: FAULTS.funderContactMissing,
  })
})

test.each([
  ['3', '5', '1998', '1998-05-03'],
  ['29', '2', '2000', '2000-02-29'],
  ['29', '2', '2001', null],
  ['', '', '', null],
])('the date typed %s %s %s is %s', (day, month, year, expected) => {
  expect(isoDate({ day, month, year })).toBe(expected)
})

test('what HQ refuses is led back to the fields of the form', () => {
  expect(fieldsRefused('/identity/birthPlace/communeCode /contact/email')).toEqual(['bornIn', 'email'])
  expect(fieldsRefused(undefined)).toEqual([])
})
