import { NBSP, plural } from '../format.ts'

/** Refusing: the mail that the candidate will get, as it will read. */
export const REFUSE = {
  preview: 'Le mail que le candidat recevra',
  previewFor: 'Aperçu pour',
  to: 'À',
  subject: 'Objet',
  noReason: 'Choisissez un motif : le mail du candidat apparaîtra ici, tel qu’il le lira.',
  byHq: `Le siège envoie ce mail une fois le refus transmis, et y met lui-même les liens personnels du candidat.`,
  centresByHq: `S’il en connaît, le siège nomme aussi les centres proches qui proposent encore la même chose.`,
  /** @param when « lun. 23 nov. 09 h 12 » */
  centresAsOf: (count: number, when: string): string =>
    `${count === 0 ? 'Aucun centre proche ne propose' : plural(count, 'Le centre nommé propose', 'Les centres nommés proposent')} encore la même chose, d’après le siège, ${when}.`,
  noMail: `Ce candidat n’a pas d’adresse mail${NBSP}: prévenez-le autrement.`,
  keyHint: `Un chiffre choisit le motif, Ctrl + Entrée refuse.`,
} as const
