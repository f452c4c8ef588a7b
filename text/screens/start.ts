import type { TroubleCode } from '../../contract/desk.ts'
import { formatCount, NBSP } from '../format.ts'
import { TROUBLE_SENTENCES } from '../fr.ts'
import { TROUBLE } from './frame.ts'

/** Before the first screen: enrolment of this PC, first exchange, who is there. */
export const START = {
  welcome: 'Le poste des centres d’épreuves',
  enrolTitle: 'Inscrire ce poste',
  enrolText: 'Le siège vous a remis un code pour ce poste. Il ne sert qu’une fois.',
  hqUrl: 'Adresse du siège',
  hqUrlInvalid: 'Écrivez l’adresse complète, par exemple https://siege.exemple.fr',
  code: 'Code d’enrôlement',
  codeInvalid: 'Le code compte au moins 6 caractères.',
  deviceName: 'Nom du poste',
  deviceNameHint: `Comme vous l’appelez entre vous${NBSP}: ACCUEIL, BUREAU…`,
  deviceNameInvalid: 'Donnez un nom à ce poste.',
  enrol: 'Inscrire ce poste',
  enrolling: 'Inscription en cours…',
  unreachable: {
    title: 'Le siège ne répond pas',
    advice: 'Vérifiez son adresse et la connexion à Internet. Rien n’a été enregistré, le code reste valable.',
  },
  retrying: 'Nouvel essai…',
  /** Instead of « continuez à travailler »: there is nothing to work on yet. */
  enrolLater: `Rien n’a été enregistré. Réessayez dans un moment${NBSP}; si cela dure, appelez le siège.`,
  firstSyncLater:
    'Ce qui est déjà reçu est gardé, la réception reprendra où elle en est. Si cela dure, appelez le siège.',
  firstSyncTitle: 'Première réception des données du centre',
  firstSyncText: 'Les demandes, les places et les règlements arrivent du siège. Cela ne se fait qu’une fois.',
  firstSyncProgress: 'Réception des données',
  firstSyncCount: (done: number, total: number): string => `${formatCount(done)} sur ${formatCount(total)}`,
  firstSyncWaiting: 'En attente du siège…',
  who: `Qui êtes-vous${NBSP}?`,
  whoText: 'Ce que vous ferez sera enregistré à votre nom.',
  noOperator: 'Personne n’est encore déclaré dans ce centre',
  noOperatorText: 'Le siège doit envoyer la liste des personnes du centre. Elle apparaîtra ici d’elle-même.',
} as const

/** Troubles that pass by themselves: later, one can go on working; here, there is nothing to work on yet. */
const PASSING: readonly (TroubleCode | 'bug')[] = ['hq-unreachable', 'hq-error', 'hq-garbage', 'internal']

/** What stopped the enrolment, which then kept nothing, or the first exchange, which keeps what it received. */
export function sayStartTrouble(
  trouble: TroubleCode | 'bug',
  during: 'enrol' | 'first-sync',
): { title: string; advice: string } {
  if (trouble === 'bug') return { title: TROUBLE.notDone, advice: TROUBLE.notDoneText }
  if (!PASSING.includes(trouble)) return TROUBLE_SENTENCES[trouble]
  const { title } = TROUBLE_SENTENCES[trouble]
  if (during === 'first-sync') return { title, advice: START.firstSyncLater }
  return trouble === 'hq-unreachable' ? START.unreachable : { title, advice: START.enrolLater }
}
