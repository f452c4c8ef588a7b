import { NBSP } from './format.ts'

/** Why this PC's database cannot be used, what was kept, what to do. Keys: `db/problem.ts`. */
export const PROBLEM_SENTENCES = {
  'from-the-future': (path: string) =>
    `Les données de ce poste viennent d’une version plus récente de Pupitre. Rien n’a été modifié. Installez la dernière version, puis rouvrez. (${path})`,
  'read-only': (path: string) =>
    `Pupitre n’a pas le droit d’écrire ses données. Rien n’a été perdu. Vérifiez que le fichier et son dossier ne sont pas en lecture seule, puis rouvrez. (${path})`,
  damaged: (path: string) =>
    `Le fichier des données est abîmé. Pupitre n’y a pas touché et n’en crée pas de nouveau. N’effacez rien${NBSP}; appelez votre assistance avant toute autre action. (${path})`,
  missing: (path: string) =>
    `Le fichier des données a disparu, et Pupitre n’en crée pas de nouveau à sa place. Un antivirus l’a peut-être mis de côté${NBSP}: appelez votre assistance avant toute autre action. (${path})`,
  locked: (path: string) =>
    `Un autre programme tient le fichier des données. Fermez-le (sauvegarde, antivirus, autre fenêtre de Pupitre), puis rouvrez. (${path})`,
  'disk-full': (path: string) =>
    `Le disque est plein. Ce qui était enregistré l’est toujours. Libérez de la place, puis rouvrez. (${path})`,
  'disk-error': (path: string) =>
    `Le disque refuse de lire ou d’écrire le fichier des données (plein, quota atteint, débranché ou abîmé). Ce qui était enregistré l’est toujours. Vérifiez le disque, puis rouvrez. (${path})`,
  'shared-folder': (path: string) =>
    `Les données sont dans un dossier partagé ou synchronisé, qui les abîmerait. Rien n’a été modifié. Choisissez un dossier de ce poste. (${path})`,
  'cannot-open': (path: string) =>
    `Le fichier des données ne peut pas être ouvert. Rien n’a été modifié. Vérifiez le disque et le dossier, puis rouvrez. (${path})`,
} as const
