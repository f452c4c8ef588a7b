import { NBSP } from '../format.ts'

/** Words that every paper of a centre says of the centre. */
export const ORGANISATION = {
  accredited: 'Centre d’épreuves agréé',
  at: (town: string, day: string): string => `${town}, le ${day}`,
  phone: (phone: string): string => `Tél.${NBSP}: ${phone}`,
  email: (email: string): string => `Mail${NBSP}: ${email}`,
  signature: 'Pour le centre, signature et cachet',
  /** Under the name of who signs. */
  stamp: 'Signature et cachet',
  doneAt: (place: string, day: string): string => `Fait à ${place}, le ${day}`,
  logo: (centre: string): string => `Logo de ${centre}`,
  version: (version: number, made: string): string => `Version ${version} du ${made}`,
  /** A paper that takes the place of an earlier one. */
  replaces: (version: number): string => `Remplace la version ${version}`,
} as const
