/** Words of the window's frame: the application menu, and what is said when the application cannot start. */
export const shellText = {
  menu: {
    file: 'Fichier',
    quit: 'Quitter',
    edit: 'Édition',
    undo: 'Annuler la frappe',
    redo: 'Rétablir la frappe',
    cut: 'Couper',
    copy: 'Copier',
    paste: 'Coller',
    selectAll: 'Tout sélectionner',
    view: 'Affichage',
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    resetZoom: 'Taille normale',
    fullScreen: 'Plein écran',
    reload: 'Recharger la fenêtre',
    developerTools: 'Outils de développement',
    help: 'Aide',
    about: 'À propos de Pupitre',
  },
  browserLost: 'Le navigateur qui affichait Pupitre s’est arrêté. Rien n’est perdu : relancez Pupitre.',
  cannotStart: 'Pupitre ne peut pas démarrer',
  unexpected: (detail: string) =>
    `Une erreur imprévue empêche Pupitre de démarrer. Vos données n’ont pas été modifiées. Détail à transmettre à l’assistance : ${detail}`,
} as const
