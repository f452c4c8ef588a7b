/** What the checks that a person asks for have in common. */
export const CHECKS = {
  checkedAt: (when: string): string => `Vérifié ${when}.`,
  again: 'Vérifier de nouveau',
  close: 'Fermer',
} as const
