import { NBSP, plural } from '../format.ts'

/**
 * The pages of the operator's guide (`docs/guide/<slug>.md`), each with what it is about, as its (?) says it. A slug that is not here
 * does not compile; one without its page, or a page without its line here, fails scripts/tools/guide.test.ts.
 */
export const HELP_TOPICS = {
  index: 'sommaire du guide',
  'premier-demarrage': 'premier démarrage',
  'l-ecran': 'l’écran et ses parties',
  'aujourd-hui': 'Aujourd’hui',
  'repondre-aux-demandes': 'répondre aux demandes',
  'filtres-et-colonnes': 'filtres, tri et colonnes',
  'plusieurs-a-la-fois': 'répondre à plusieurs demandes',
  'possible-ou-non': 'possible ou non',
  'pre-valider': 'pré-valider',
  refuser: 'refuser',
  'etats-d-une-demande': 'états d’une demande',
  'delai-de-reglement': 'délai de règlement',
  'prolonger-ou-liberer': 'prolonger le délai, libérer une place',
  relancer: 'relancer',
  dossier: 'dossier du candidat',
  appels: 'appels et notes',
  recherche: 'recherche',
  'corriger-un-dossier': 'corriger un dossier',
  'verifier-les-donnees': 'faire vérifier les données',
  encaisser: 'encaisser',
  'recus-et-avoirs': 'reçus et avoirs',
  'trop-percus': 'trop-perçus',
  'releve-de-banque': 'relevé de banque',
  cheques: 'chèques, caisse et totaux',
  'places-et-logiciels': 'places et logiciels',
  'sessions-et-seances': 'sessions, dates et séances',
  convoquer: 'convoquer',
  presences: 'présences et attestations',
  impressions: 'impressions',
  'a-revoir': 'À revoir',
  'a-jour-ou-pas': 'À jour, ou pas',
  'hors-connexion': 'hors connexion',
  'fichier-de-secours': 'fichier de secours',
  echanges: 'Échanges',
  reglages: 'réglages',
  'textes-du-centre': 'textes du centre',
  'textes-des-documents': 'textes des documents',
  'jours-fermes': 'jours fermés',
  raccourcis: 'raccourcis clavier',
  'que-faire-si': 'que faire si…',
  'poste-restaure': 'poste restauré, ou disque copié',
  installer: 'installer un poste',
  sauvegardes: 'sauvegarder et restaurer',
} as const

/** A page of the guide, by the name of its file. */
export type HelpPage = keyof typeof HELP_TOPICS

/** The help: its button, its sheet. */
export const HELP = {
  about: (page: HelpPage): string => `Aide${NBSP}: ${HELP_TOPICS[page]}`,
  here: 'Aide (F1)',
  title: 'Aide',
  close: 'Fermer l’aide',
  back: 'Page précédente',
  forward: 'Page suivante',
  contents: 'Sommaire',
  search: 'Chercher dans l’aide',
  searchHint: 'Chercher un mot…',
  clearSearch: 'Effacer',
  results: 'Pages trouvées',
  found: (count: number): string => `${count} ${plural(count, 'page trouvée', 'pages trouvées')}`,
  none: (text: string): string => `Aucune page ne parle de «${NBSP}${text}${NBSP}»`,
  noneText: `Essayez un autre mot, plus court${NBSP}: délai, reçu, place, réseau… Le sommaire montre toutes les pages.`,
} as const

/** @returns whether the guide has a page of that name */
export function isHelpPage(slug: string): slug is HelpPage {
  return Object.hasOwn(HELP_TOPICS, slug)
}
