import { type Instant, toLocalDate } from '../../domain/time.ts'
import { formatDateTime, formatDayLong, formatTime, NBSP } from '../format.ts'
import type { OtherZone } from '../pages/windows.ts'

const PARIS = 'Europe/Paris'

/** The words of a confirmation: what a candidate asked for, and apart from it how far it is. It is neither a receipt nor a summons. */
export const CONFIRMATION = {
  title: 'Confirmation de demande d’inscription',
  version: (version: number, moment: string): string => `Version ${version} du ${moment}`,
  /** Of a request whose versions were not kept: what it is when the paper is made. */
  versionNow: (version: number, moment: string): string => `Version ${version}, au ${moment}`,
  inForce: (moment: string): string => `Version en vigueur le ${moment}.`,
  replaced: (version: number, moment: string | null): string =>
    moment === null ? `Remplacée par la version ${version}.` : `Remplacée par la version ${version} du ${moment}.`,
  accredited: 'Centre d’épreuves agréé',
  withNuc: (nuc: string): string => `NUC ${nuc}`,
  phone: (phone: string): string => `Tél.${NBSP}: ${phone}`,
  email: (email: string): string => `Mail${NBSP}: ${email}`,
  exams: 'Ce qui est demandé',
  exam: 'Épreuve',
  software: 'Logiciel',
  fee: 'Frais d’examen',
  total: 'Total',
  noExam: 'Aucune épreuve.',
  noSoftware: 'sans logiciel',
  identity: 'Renseignements donnés',
  birthName: 'Nom de naissance',
  usageName: 'Nom d’usage',
  firstNames: 'Prénoms',
  sex: 'Sexe',
  born: 'Naissance',
  bornAt: (date: string, place: string, country: string): string => `le ${date} à ${place} (${country})`,
  nuc: 'NUC',
  noNuc: 'pas encore attribué',
  contact: 'Mail et téléphone',
  address: 'Adresse',
  situation: 'Situation',
  previous: 'Épreuves déjà passées',
  previousNone: 'aucune',
  payer: 'Qui règle',
  payers: { own: 'le candidat ou la candidate', 'training-centre': 'un centre de formation', employer: 'l’employeur' },
  funder: (payer: string, name: string, contact: string): string =>
    `${payer}${NBSP}: ${name} (à joindre${NBSP}: ${contact})`,
  note: 'Note',
  frozen: (moment: string): string =>
    `Ce qui précède est la demande telle qu’elle était le ${moment}. Elle a pu changer depuis.`,
  frozenNow: 'Ce qui précède est la demande telle qu’elle est au moment où ce document est ouvert.',
  state: (moment: string): string => `Où en est la demande au ${moment}`,
  stateNote: `Cette partie n’est pas figée${NBSP}: elle dit où en est la demande quand ce document est ouvert.`,
  terms: 'Pour régler, le centre indique',
  notSummons:
    'Ce document n’est pas une convocation. L’inscription à une épreuve n’est définitive que lorsque « Inscription définitive » est indiqué dans « Mon espace » et dans le mail de confirmation.',
  unknown: `Un point d’interrogation encadré remplace une lettre que ce document ne sait pas dessiner${NBSP}: elle reste lue et copiée telle quelle.`,
  /** @param about who, and which session */
  foot: (version: number, moment: string, about: readonly string[]): string =>
    [`Confirmation de demande, version ${version} du ${moment}`, ...about].join(' · '),
  page: (page: number, pages: number): string => `page ${page} / ${pages}`,
  fileName: (sessionLabel: string, version: number): string =>
    `Confirmation de demande, ${sessionLabel}, version ${version}.pdf`,
} as const

/** « 23 novembre 2026 à 09 h 41 » by the clocks of Paris; says so, with those of the centre, when they show something else. */
export function sayMade(at: Instant, centre: OtherZone): string {
  const inParis = sayThere(at, PARIS)
  const there = sayThere(at, centre.timeZone)
  return there === inParis ? inParis : `${inParis} (heure de Paris), soit le ${there} (heure de ${centre.town})`
}

/** « 23/11/2026 à 09 h 41 » in Paris, for the foot of a page. */
export function sayMadeBriefly(at: Instant): string {
  return formatDateTime(at, PARIS)
}

function sayThere(at: Instant, timeZone: string): string {
  const day = formatDayLong(toLocalDate(at, timeZone)).replace(/^\S+ /, '')
  return `${day} à${NBSP}${formatTime(at, timeZone)}`
}
