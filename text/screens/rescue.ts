import type { Freshness } from '../../contract/desk.ts'
import type { RescueRead, RescueWritten } from '../../contract/ipc.ts'
import { NBSP, plural } from '../format.ts'

/** The rescue file: what to do when the network is out for long, in two steps. */
export const RESCUE = {
  open: 'Fichier de secours…',
  title: 'Fichier de secours',
  intro:
    'Quand le réseau manque longtemps, un fichier remplace les échanges. Il est scellé\u00a0: seuls le siège et ce poste peuvent le lire. Lu deux fois, ou après le retour du réseau, il ne fait rien en double.',
  writeTitle: 'Porter au siège ce qui attend',
  write: 'Enregistrer le fichier…',
  writing: 'Enregistrement…',
  writtenNext: 'Envoyez-le au siège par mail, ou portez-le sur une clé USB. Vous pouvez continuer à travailler.',
  readTitle: 'Lire la réponse du siège',
  readText: 'Le siège renvoie un fichier, par le même chemin. Lisez-le ici, sur le poste qui a fait le premier.',
  read: 'Lire le fichier…',
  reading: 'Lecture…',
  close: 'Fermer',
} as const

/** What the first step has to carry, and what a file written before carries already. @param when how to write an instant, « à 09 h 41 » */
export function sayToCarry(
  { toTransmit, rescueFile }: Pick<Freshness, 'toTransmit' | 'rescueFile'>,
  when: (instant: string) => string,
): string {
  if (toTransmit === 0)
    return 'Rien n’attend d’être transmis. Le fichier demandera seulement au siège ce qui est nouveau.'
  const awaiting = `${toTransmit} ${plural(toTransmit, 'action attend', 'actions attendent')} d’être ${plural(toTransmit, 'transmise', 'transmises')}`
  if (!rescueFile || rescueFile.holds === 0)
    return `${awaiting}. Enregistrez le fichier, puis envoyez-le au siège par mail ou portez-le sur une clé USB.`
  const file = `le fichier n°${NBSP}${rescueFile.number}, enregistré ${when(rescueFile.writtenAt)}`
  if (rescueFile.holds < toTransmit)
    return `${awaiting}, dont ${rescueFile.holds} déjà dans ${file}. Un nouveau fichier les portera toutes.`
  const held = plural(toTransmit, 'L’action à transmettre est', `Les ${toTransmit} actions à transmettre sont`)
  return `${held} dans ${file}. S’il s’est perdu, enregistrez-en un autre${NBSP}: rien ne comptera deux fois.`
}

/** What the window answers when the person closed the choice of a file: nothing to say. */
const CANCELLED = ''

const NOT_WRITTEN: Readonly<Record<Extract<RescueWritten, { ok: false }>['code'], string>> = {
  cancelled: CANCELLED,
  'not-enrolled': 'Ce poste n’est pas encore inscrit auprès du siège.',
  'not-written': `Le fichier n’a pas pu être écrit${NBSP}: la clé est peut-être pleine, retirée ou protégée. Choisissez un autre endroit.`,
}

/** What became of the file to write; empty when the person gave up. */
export function sayWritten(answer: RescueWritten): string {
  if (!answer.ok) return NOT_WRITTEN[answer.code]
  const { commands, path, number } = answer
  const held = commands === 0 ? 'sans action' : `avec ${commands} ${plural(commands, 'action', 'actions')}`
  return `Fichier n°${NBSP}${number} enregistré, ${held}${NBSP}: ${path}`
}

type NotRead = Extract<RescueRead, { ok: false }>
type Detail = NonNullable<NotRead['detail']>

const NOT_READ: Readonly<Record<NotRead['code'], (detail: Detail) => string>> = {
  cancelled: () => CANCELLED,
  'not-a-rescue-file': () => 'Ce n’est pas un fichier de secours. Choisissez celui que le siège a renvoyé.',
  'too-new': () =>
    'Ce fichier vient d’une version plus récente de Pupitre. Mettez ce poste à jour, puis lisez-le à nouveau.',
  truncated: () =>
    `Ce fichier est incomplet${NBSP}: la copie s’est arrêtée en route. Copiez-le à nouveau, ou demandez-le au siège.`,
  altered: () => 'Ce fichier a été abîmé ou modifié en route. Rien n’en a été pris. Demandez au siège de le refaire.',
  'other-centre': () => 'Ce fichier est celui d’un autre centre. Rien n’en a été pris. Demandez au siège le vôtre.',
  'other-device': ({ deviceName }) =>
    `Ce fichier répond à un autre poste du centre${deviceName ? `, ${deviceName}` : ''}. Lisez-le sur ce poste-là.`,
  'wrong-direction': () =>
    `Ce fichier part d’un poste vers le siège${NBSP}: envoyez-le au siège. Ici se lit celui que le siège renvoie.`,
  'unknown-sender': () => 'Ce fichier ne vient pas du siège de ce centre. Rien n’en a été pris, prévenez le siège.',
  'revoked-sender': () => 'Le siège a retiré le poste qui a fait ce fichier. Appelez le siège.',
  'forked-sender': () =>
    'Ce fichier vient d’une copie ancienne des données d’un poste. Rien n’en a été pris, appelez le siège.',
  'missing-before': ({ number }) =>
    `Il manque ${number === undefined ? 'le fichier du siège qui précède celui-ci' : `le fichier n°${NBSP}${number} du siège`}. Lisez-le d’abord, ou enregistrez un nouveau fichier pour le siège.`,
  'not-enrolled': () => 'Ce poste n’est pas encore inscrit auprès du siège.',
}

/** What became of the file read; empty when the person gave up. */
export function sayRead(answer: RescueRead): string {
  if (!answer.ok) return NOT_READ[answer.code](answer.detail ?? {})
  const { news, settled } = answer
  if (news === 0 && settled === 0) return 'Fichier lu. Il n’apportait rien de nouveau, tout était déjà arrivé.'
  return `Fichier lu${NBSP}: ${news} ${plural(news, 'nouveauté reçue', 'nouveautés reçues')}, ${settled} ${plural(settled, 'action jugée', 'actions jugées')} par le siège.`
}
