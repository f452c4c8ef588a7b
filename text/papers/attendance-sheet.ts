import { NBSP, plural } from '../format.ts'

/** The words of an attendance sheet (feuille d’émargement). */
export const SHEET = {
  title: (exam: string, day: string): string => `Feuille d’émargement ${exam} du ${day}`,
  heading: 'Feuille d’émargement',
  version: (session: string, version: number, made: string): string => `${session} · version ${version} du ${made}`,
  exam: 'Épreuve',
  software: 'Logiciel',
  day: 'Date',
  hours: 'Horaire',
  room: 'Lieu',
  candidates: 'Candidats',
  invigilator: 'Surveillant(e)',
  rank: 'N°',
  birthName: 'Nom de naissance',
  firstNames: 'Prénoms',
  bornOn: 'Né(e) le',
  nuc: 'NUC',
  seat: 'Poste',
  signature: 'Signature',
  morning: 'Matin',
  afternoon: 'Après-midi',
  usageName: (name: string): string => `nom d’usage ${name}`,
  counts: `Présents${NBSP}: ……   Absents${NBSP}: ……   Copies (fichiers) remises${NBSP}: ……`,
  invigilatorSignature: 'Surveillant(e), nom et signature',
  managerSignature: 'Responsable du centre, nom et signature',
  foot: (exam: string, room: string, version: number, freshness: string): string =>
    `${exam} · ${room} · version ${version} · ${freshness}`,
  count: (n: number): string => `${n} ${plural(n, 'candidat', 'candidats')}`,
} as const
