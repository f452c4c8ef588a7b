import { NBSP } from '../format.ts'

/** The words of a confirmation of registration printed by the centre: what was asked, where it stands, what is owed. Not a convocation. */
export const REGISTRATION = {
  title: (name: string, session: string): string => `Confirmation de demande de ${name}, ${session}`,
  heading: 'Confirmation de demande d’inscription',
  received: (moment: string): string => `Demande reçue le ${moment}.`,
  exam: 'Épreuve',
  state: 'État',
  fee: 'Frais',
  paid: 'Réglé',
  due: 'Reste à régler',
  total: 'Reste à régler en tout',
  software: (names: string): string => `Logiciel${NBSP}: ${names}`,
  now: 'Et maintenant',
  next: (exam: string, sentences: readonly string[]): string => `${exam}${NBSP}: ${sentences.join(' ')}`,
  onAccount: (payer: string): string =>
    `${payer} règle directement avec le centre, vous n’avez rien à payer vous-même.`,
  payer: (payer: string): string => `Payeur annoncé${NBSP}: ${payer}.`,
  agreement: (references: string): string => `Convention ou bon de commande${NBSP}: ${references}.`,
  terms: 'Pour régler, le centre indique',
  notSummons:
    'Ce document n’est ni un reçu ni une convocation. Il dit où en est la demande à la date de son impression.',
  foot: (session: string, version: number, freshness: string): string =>
    `Confirmation de demande · ${session} · version ${version} · ${freshness}`,
} as const
