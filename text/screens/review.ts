import { type CommandName, isCommandName } from '../../domain/commands.ts'
import { NBSP, plural } from '../format.ts'

/** À revoir: what HQ could not accept, or what no longer fits, one sentence after the other. */
export const REVIEW = {
  title: 'À revoir',
  summary: (count: number): string =>
    count === 0 ? 'Rien à revoir' : `${count} ${plural(count, 'point attend', 'points attendent')} quelqu’un`,
  done: (who: string, when: string, device: string): string => `${who}, ${when}, poste ${device}`,
  why: 'Pourquoi',
  stands: 'Ce qui reste',
  paymentStands: (amount: string): string => `Le règlement de ${amount} reste acquis${NBSP}: avoir de ${amount}.`,
  receiptStands: (number: string): string => `Le reçu ${number} reste valable.`,
  decisionFell: `Rien d’autre n’a changé${NBSP}: tout est revenu à l’état d’avant.`,
  dependents: 'Tombé avec',
  note: 'Ce que vous avez fait',
  noteHint: `Facultatif. Par exemple${NBSP}: candidat prévenu par téléphone.`,
  handled: 'C’est traité',
  handledDone: 'Point classé',
  openRequest: 'Ouvrir le dossier',
  settled: (count: number): string => `${count} déjà ${plural(count, 'traité', 'traités')}`,
  settledBy: (who: string, when: string): string => `Traité par ${who}, ${when}`,
  emptyTitle: 'Rien à revoir',
  emptyText:
    'Quand le siège ne peut pas accepter une action, ou qu’elle ne correspond plus à la situation, elle apparaît ici, sur tous les postes du centre.',
} as const

type Headlines = { refused: string; misfit: string }

const NOT_ACCEPTED = 'par le siège'
/** What became of it, by command. Facts always stand; decisions may be refused. */
const HEADLINES: Readonly<Record<CommandName, Headlines>> = {
  'entry.prevalidate': both('La pré-validation', 'acceptée'),
  'entry.refuse': both('Le refus', 'accepté'),
  'entry.confirm': both('La validation', 'acceptée'),
  'offering.set-seats': both('Le changement du nombre de places', 'accepté'),
  'payment.record': both('Le règlement', 'accepté'),
  'payment.void': both('L’annulation du règlement', 'acceptée'),
  'receipt.issue': both('Le reçu', 'accepté'),
  'review.settle': both('Le classement d’un point à revoir', 'accepté'),
}

/** « La pré-validation n’a pas été acceptée par le siège »; an action of a later version is « Une action ». */
export function reviewHeadline(name: string, kind: 'refused' | 'misfit'): string {
  return (isCommandName(name) ? HEADLINES[name] : both('Une action', 'acceptée'))[kind]
}

function both(noun: string, accepted: string): Headlines {
  return {
    refused: `${noun} n’a pas été ${accepted} ${NOT_ACCEPTED}`,
    misfit: `${noun} est gardé${accepted.endsWith('ée') ? 'e' : ''}, mais ne correspond plus à la situation`,
  }
}
