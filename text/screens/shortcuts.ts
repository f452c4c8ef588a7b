import { NBSP } from '../format.ts'

/** The sheet of shortcuts, and keys as they are engraved on a French keyboard. */
export const SHORTCUTS = {
  title: 'Raccourcis clavier',
  close: 'Fermer',
  next: 'puis',
  or: 'ou',
  everywhere: 'Partout',
  goTo: 'Aller à',
  thisSheet: 'Cette feuille',
  search: 'Rechercher un candidat',
  help: 'Aide',
  off: `Les raccourcis d’une seule lettre sont désactivés (Réglages, Apparence)${NBSP}; ceux avec Ctrl ou Alt restent.`,
} as const

const KEY_WORDS: Readonly<Record<string, string>> = {
  Shift: 'Maj',
  Enter: 'Entrée',
  Escape: 'Échap',
  ' ': 'Espace',
  Space: 'Espace',
  Delete: 'Suppr',
  Backspace: 'Retour arrière',
  Tab: 'Tab',
  Home: 'Début',
  End: 'Fin',
  PageUp: 'Page préc.',
  PageDown: 'Page suiv.',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}

/** The keys of `g d` or `Ctrl+Shift+P`, press after press, as they are engraved: [['G'], ['D']], [['Ctrl', 'Maj', 'P']]. */
export function sayKeys(keys: string): string[][] {
  return keys
    .split(' ')
    .map((stroke) =>
      stroke.split('+').map((key) => KEY_WORDS[key] ?? key.toUpperCase().replace(/^(CTRL|ALT)$/, nameOfModifier)),
    )
}

function nameOfModifier(key: string): string {
  return key === 'CTRL' ? 'Ctrl' : 'Alt'
}
