/** Why this PC's database cannot be used, what was kept, what to do. Keys: `db/problem.ts`. */
export const PROBLEM_SENTENCES = {
  'from-the-future': (path: string) =>
    `Les données de ce poste viennent d’une version plus récente de Pupitre. Rien n’a été modifié. Installez la dernière version, puis rouvrez. (${path})`,
  'read-only': (path: string) =>
    `Pupitre n’a pas le droit d’écrire ses données. Rien n’a été perdu. Vérifiez que le fichier et son dossier ne sont pas en lecture seule, puis rouvrez. (${path})`,
  damaged: (path: string) =>
    `Le fichier des données est abîmé. Pupitre n’y a pas touché et n’en crée pas de nouveau. Appelez votre assistance avant toute autre action. (${path})`,
  locked: (path: string) =>
    `Un autre programme tient le fichier des données. Fermez-le (sauvegarde, antivirus, autre fenêtre de Pupitre), puis rouvrez. (${path})`,
  'disk-full': (path: string) =>
    `Le disque est plein. Ce qui était enregistré l’est toujours. Libérez de la place, puis rouvrez. (${path})`,
  'shared-folder': (path: string) =>
    `Les données sont dans un dossier partagé ou synchronisé, qui les abîmerait. Rien n’a été modifié. Choisissez un dossier de ce poste. (${path})`,
  'cannot-open': (path: string) =>
    `Le fichier des données ne peut pas être ouvert. Rien n’a été modifié. Vérifiez le disque et le dossier, puis rouvrez. (${path})`,
} as const
