import { NBSP } from '../format.ts'

/** What a candidate changed of a request that was sent, as the centre sees it. */
export const CHANGES = {
  title: 'Modifications',
  version: (version: number, moment: string): string =>
    `Version ${version}, modifiée par la personne candidate le ${moment}.`,
  earlier: 'Versions précédentes',
  ofVersion: (version: number, moment: string): string => `Version ${version}, le ${moment}`,
  before: `Avant${NBSP}:`,
  after: `Maintenant${NBSP}:`,
  tag: 'Modifiée',
  /** For who hears the list: what the tag means. */
  tagMore: (version: number): string => ` par la personne candidate, version ${version}`,
} as const
