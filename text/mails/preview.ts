import { NBSP } from '../format.ts'
import type { MailName } from './mail-data.ts'

/** The queue of mails, as those who look after HQ read it. */
export const MAIL_NAMES: Readonly<Record<MailName, string>> = {
  'confirm-address': 'Adresse à confirmer',
  'address-known': 'Compte déjà existant',
  'request-received': 'Demande reçue',
  modified: 'Modification d’inscription',
  'request-blocked': 'Demande non transmise',
  'may-ask-again': 'Demande à refaire',
  'use-this-account': 'Compte à utiliser',
  'use-other-account': 'Autre compte à utiliser',
  proposed: 'Autre logiciel proposé',
  prevalidated: 'Pré-validation',
  reminder: 'Rappel de règlement',
  extended: 'Délai prolongé',
  lapsed: 'Place libérée',
  refused: 'Refus',
  confirmed: 'Confirmation',
  withdrawn: 'Retrait',
  corrected: 'Identité corrigée',
  'data-check': 'Données à vérifier',
  'address-asked': 'Nouvelle adresse à confirmer',
  'address-in-use': 'Adresse déjà prise',
  'address-changing': 'Changement d’adresse en cours',
  'address-coming': 'Nouvelle adresse annoncée',
  'address-changed': 'Adresse changée',
  'address-kept': 'Changement d’adresse sans suite',
  'new-password': 'Nouveau mot de passe',
  'password-changed': 'Mot de passe changé',
  'nuc-reminder': 'Rappel du NUC',
}

export const MAIL_STATUSES = {
  waiting: 'pas encore parti',
  sending: 'en cours d’envoi',
  sent: 'envoyé',
  dropped: 'retenu, plus d’actualité',
  failed: 'échoué',
} as const

export const MAIL_PREVIEW = {
  title: 'Mails de démonstration',
  explained: `Ce que le siège envoie aux candidats, du plus récent au plus ancien. Cette page n’existe qu’en démonstration${NBSP}: en service, elle montrerait des données personnelles à tout le monde.`,
  none: 'Aucun mail pour l’instant.',
  shown: (count: number): string => `Les ${count} derniers.`,
  recipient: 'À',
  status: 'État',
  attempts: (count: number): string => (count > 1 ? ` (${count} essais)` : ''),
  back: 'Tous les mails',
  subject: 'Objet',
  asShown: 'Le mail',
  asText: 'En texte seul',
  unwritable: 'Ce mail ne peut pas être affiché.',
  linkForgotten: 'Son lien a été effacé une fois le mail parti.',
} as const
