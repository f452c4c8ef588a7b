import type { DayChanges } from '../domain/commands/set-closed-days.ts'
import type { TextField } from '../domain/commands/set-texts.ts'

/** What the centre decides of itself, field by field. */
const SETTING_WORDS: Readonly<Record<TextField | keyof DayChanges, string>> = {
  addressLines: 'Adresse du centre',
  legalLines: 'Mentions du centre',
  vatWording: 'Mention de TVA',
  activity: 'Déclaration d’activité',
  paymentTerms: 'Modalités de règlement',
  convocationWording: 'Texte des convocations',
  confirmationWording: 'Texte des confirmations de demande',
  reminderWording: 'Texte des lettres de rappel',
  refusalWording: 'Texte des lettres de refus',
  attestationWording: 'Texte des attestations de règlement',
  attendanceWording: 'Texte des attestations de présence',
  signatory: 'Signature des documents',
  closedDays: 'Jours de fermeture',
  workedHolidays: 'Jours fériés travaillés',
  goodFriday: 'Vendredi saint',
  boxingDay: '26 décembre',
  deadlineReading: 'Lecture du délai',
}

/** The word of a field, as it came from HQ; null of one that is no setting. */
export function settingWord(field: string | number | undefined): string | null {
  const known = Object.entries(SETTING_WORDS).find(([name]) => name === field)
  return known?.[1] ?? null
}
