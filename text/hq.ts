/** What the person who starts HQ reads. */
export const SENTENCES = {
  usage:
    'Usage : node hq/server.ts --data <dossier> [--port <numéro, 0 pour un port libre>] [--sample small|big] [--reset]\n' +
    'La base est PGlite dans ce dossier, ou PostgreSQL si HQ_DATABASE_URL est défini.',
  withdrawUsage: 'Usage : node hq/withdraw.ts --data <dossier> --entry <identifiant de l’inscription>',
  dataInUse: (pid: number) =>
    `Un siège utilise déjà ce dossier de données (processus ${pid}). Arrêtez-le d’abord, ou choisissez un autre dossier.`,
  dataFolderUnusable: (folder: string) =>
    `Le dossier de données ${folder} ne peut pas être utilisé : droits ou disque à vérifier.`,
  databaseUnusable: (folder: string) =>
    `La base de données du siège (${folder}) ne s’ouvre pas. Restaurez une sauvegarde, ou, si ce ne sont que des données d’exemple, repartez à neuf avec --reset.`,
  databaseUnreachable: 'La base PostgreSQL indiquée par HQ_DATABASE_URL ne répond pas.',
  databaseFromTheFuture:
    'La base de données du siège vient d’une version plus récente. Mettez le siège à jour ; rien n’a été modifié.',
  resetNeedsPglite: '--reset n’efface jamais une base PostgreSQL : videz-la vous-même.',
  notEmpty: 'Cette base contient déjà de vrais centres : les données d’exemple n’y sont pas ajoutées.',
  portTaken: (port: number) => `Le port ${port} est déjà pris. Choisissez-en un autre avec --port.`,
  ready: (url: string) => `Siège prêt : ${url} (documentation : ${url}/docs)`,
  code: (centre: string, code: string) => `  Code d’enrôlement pour ${centre}, à usage unique : ${code}`,
  bug: (during: string) => `Erreur inattendue du siège (${during}) :`,
  entryWithdrawn: (entryId: string) => `Inscription ${entryId} retirée par le candidat.`,
  entryUnknown: (entryId: string) => `Aucune inscription ${entryId}.`,
  entryNotWithdrawable: (entryId: string) => `L’inscription ${entryId} ne peut plus être retirée dans son état actuel.`,
} as const
