import type { HolidayKey } from '../domain/calendar.ts'

/** How a public holiday is named to people, fit for « férié (…) ». A holiday without a name does not compile. */
export const HOLIDAY_NAMES: Readonly<Record<HolidayKey, string>> = {
  'new-year': 'Jour de l’An',
  'good-friday': 'Vendredi saint',
  'easter-monday': 'Lundi de Pâques',
  'labour-day': 'Fête du Travail',
  'victory-1945': 'Victoire 1945',
  ascension: 'Ascension',
  'whit-monday': 'Lundi de Pentecôte',
  'national-day': 'Fête nationale',
  assumption: 'Assomption',
  'all-saints': 'Toussaint',
  'armistice-1918': 'Armistice',
  christmas: 'Noël',
  'boxing-day': 'Saint-Étienne',
  'abolition-of-slavery': 'Abolition de l’esclavage',
  'arrival-of-the-gospel': 'Arrivée de l’Évangile',
  'autonomy-day': 'Fête de l’Autonomie',
  matarii: 'Matariʼi i niʼa',
  'citizenship-day': 'Fête de la Citoyenneté',
  'saint-pierre-chanel': 'Saint-Pierre-Chanel',
  'saints-peter-and-paul': 'Saints Pierre et Paul',
  'territory-day': 'Fête du Territoire',
}
