import { toLocalDate } from '../domain/time.ts'
import { formatDayLong, formatTime, NBSP, plural } from './format.ts'

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
  rescueFiles: 'Fichiers de secours Pupitre',
  writeRescue: 'Enregistrer le fichier de secours',
  readRescue: 'Lire la réponse du siège',
  statementFiles: 'Relevés de banque (CSV)',
  readLogo: 'Choisir le logo du centre',
  logoFiles: 'Images PNG et JPEG',
  readStatement: 'Choisir le relevé de banque',
  pdfFiles: 'Documents PDF',
  savePaper: 'Enregistrer le document',
  agendaFiles: 'Agendas',
  writeAgenda: 'Enregistrer l’agenda de la session',
  tableFiles: 'Tableaux (CSV)',
  workbookFiles: 'Classeurs Excel',
  writeTable: 'Enregistrer les règlements pour la comptabilité',
  cannotStart: 'Pupitre ne peut pas démarrer',
  restore: {
    damaged: 'Le fichier des données de ce poste est abîmé',
    missing: 'Le fichier des données de ce poste a disparu',
    'disk-error': 'Le disque refuse de lire ou d’écrire le fichier des données de ce poste',
    /** « mardi 24 novembre à 02:10 » */
    when: (takenAt: string, timeZone: string): string =>
      `${formatDayLong(toLocalDate(takenAt, timeZone))} à ${formatTime(takenAt, timeZone)}`,
    button: (when: string): string => `Restaurer la sauvegarde du ${when}`,
    meaning: (when: string): string =>
      [
        `Une sauvegarde de ce poste est intacte${NBSP}: celle du ${when}. La restaurer la met à la place du fichier abîmé, qui est gardé à côté et jamais effacé.`,
        'Ce qui a été transmis au siège depuis reviendra de lui-même au premier échange. Ce qui ne l’avait pas été est repris du fichier abîmé, autant qu’il se laisse lire.',
        'Les règlements s’enregistreront tout de suite. Les reçus attendront le premier échange, qui donne au poste une nouvelle série.',
        'Si vous quittez, rien ne change.',
      ].join('\n\n'),
    done: (when: string): string => `La sauvegarde du ${when} est restaurée`,
    /** What the damaged file could give. `unread` null: nothing at all. */
    saved: ({ pending, unread, aside }: { pending: number; unread: number | null; aside: string | null }): string =>
      [
        pending > 0
          ? `${pending} ${plural(pending, 'action faite depuis a été reprise du fichier abîmé. Elle partira', 'actions faites depuis ont été reprises du fichier abîmé. Elles partiront')} au siège au prochain échange.`
          : unread === 0
            ? 'Rien n’avait été fait sur ce poste depuis.'
            : null,
        unread === null
          ? `${aside ? 'Le fichier abîmé n’a rien pu rendre' : 'Il n’y avait plus de fichier à reprendre'}. Ce qui a été fait ici depuis cette sauvegarde et n’avait pas encore été transmis manque. Au prochain échange, comparez avec vos papiers et refaites ce qui manque.`
          : unread > 0
            ? `${unread} ${plural(unread, 'ligne du fichier abîmé reste illisible', 'lignes du fichier abîmé restent illisibles')}. Au prochain échange, comparez avec vos papiers et refaites ce qui manque.`
            : null,
        aside ? `Fichier abîmé, à garder pour l’assistance${NBSP}: ${aside}` : null,
      ]
        .filter((part) => part !== null)
        .join('\n\n'),
    goOn: 'Continuer',
  },
  unexpected: (detail: string) =>
    `Une erreur imprévue empêche Pupitre de démarrer. Vos données n’ont pas été modifiées. Détail à transmettre à l’assistance : ${detail}`,
} as const
