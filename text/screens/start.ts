import type { TroubleCode } from '../../contract/refusals.ts'
import { NBSP } from '../format.ts'
import { TROUBLE_SENTENCES } from '../fr.ts'
import { FIRST_SYNC, isPassing } from './first-sync.ts'
import { TROUBLE } from './frame.ts'

/** Before the first screen: enrolment of this PC, first reception, who is there. */
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
  firstSyncText: 'Les demandes, les places et les règlements arrivent du siège. Cela ne se fait qu’une fois.',
  firstSyncProgress: 'Réception des données',
  who: `Qui êtes-vous${NBSP}?`,
  whoText: 'Ce que vous ferez sera enregistré à votre nom.',
  noOperator: 'Personne n’est encore déclaré dans ce centre',
  noOperatorText: 'Le siège doit envoyer la liste des personnes du centre. Elle apparaîtra ici d’elle-même.',
} as const

/** What stopped the enrolment, which then kept nothing, or the first exchange, which keeps what it received. */
export function sayStartTrouble(
  trouble: TroubleCode | 'bug',
  during: 'enrol' | 'first-sync',
): { title: string; advice: string } {
  if (trouble === 'bug') return { title: TROUBLE.notDone, advice: TROUBLE.notDoneText }
  if (!isPassing(trouble)) return TROUBLE_SENTENCES[trouble]
  const { title } = TROUBLE_SENTENCES[trouble]
  if (during === 'first-sync') return { title, advice: FIRST_SYNC.later }
  return trouble === 'hq-unreachable' ? START.unreachable : { title, advice: START.enrolLater }
}
