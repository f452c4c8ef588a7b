import type { RescueRefusal } from '../contract/refusals.ts'
import { plural } from './format.ts'

/** What the person who starts HQ reads. */
export const SENTENCES = {
  usage:
    'Usage : node hq/server.ts --data <dossier> [--port <numéro, 0 pour un port libre>] [--sample small|big] [--reset]\n' +
    'La base est PGlite dans ce dossier, ou PostgreSQL si HQ_DATABASE_URL est défini.',
  withdrawUsage: 'Usage : node hq/withdraw.ts --data <dossier> --entry <identifiant de l’inscription>',
  dataInUse: (pid: number) =>
    `Un siège utilise déjà ce dossier de données (processus ${pid}). Arrêtez-le d’abord, ou choisissez un autre dossier.`,
  noHqThere: (folder: string) =>
    `Ce dossier n’est pas celui d’un siège : ${folder}. Rien n’y a été créé. Vérifiez --data, ou démarrez d’abord le siège une fois.`,
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
  mailsWait:
    'Mails : HQ_SMTP_URL n’est pas défini, ils attendent dans la file et partiront quand il le sera (avec HQ_MAIL_FROM).',
  mailsShown: (url: string) => `Mails : rien ne part, lisez-les sur ${url}/dev/mails`,
  smtpUrlUnusable: 'HQ_SMTP_URL doit être de la forme smtp://utilisateur:motdepasse@serveur:port (ou smtps://).',
  mailFromUnusable:
    'HQ_MAIL_FROM doit donner l’adresse qui envoie les mails, par exemple Pupitre <inscriptions@example.org>.',
  nirKeyUnusable:
    'HQ_NIR_KEY doit être une clé de 32 octets écrite en base64, par exemple celle que donne « openssl rand -base64 32 ». Sans cette variable, le numéro de sécurité sociale n’est pas demandé.',
  nirKeyOther:
    'HQ_NIR_KEY n’est pas la clé avec laquelle les numéros de sécurité sociale de cette base ont été chiffrés. Remettez la bonne clé ; si elle est perdue, voyez docs/hq.md.',
  publicUrlUnusable: 'HQ_PUBLIC_URL doit être l’adresse des pages, par exemple https://inscriptions.example.org.',
  logLevelUnknown: (levels: readonly string[]) => `HQ_LOG doit être un de ces mots : ${levels.join(', ')}.`,
  code: (centre: string, code: string) => `  Code d’enrôlement pour ${centre}, à usage unique : ${code}`,
  bug: (during: string) => `Erreur inattendue du siège (${during}) :`,
  entryWithdrawn: (entryId: string) => `Inscription ${entryId} retirée par le candidat.`,
  entryUnknown: (entryId: string) => `Aucune inscription ${entryId}.`,
  entryNotWithdrawable: (entryId: string) => `L’inscription ${entryId} ne peut plus être retirée dans son état actuel.`,
  importUsage:
    'Usage : npm run hq:import -- --data <dossier> --file <fichier du poste> --out <fichier ou dossier de la réponse>\n' +
    'Lit un fichier de secours et écrit la réponse. Sans PostgreSQL (HQ_DATABASE_URL), arrêtez d’abord le siège.',
  fileUnreadable: (file: string) => `Le fichier ${file} ne peut pas être lu.`,
  fileNotWritten: (file: string) =>
    `La réponse n’a pas pu être écrite dans ${file}. Les actions du poste sont enregistrées : relisez le même fichier pour avoir une réponse.`,
  imported: ({ deviceName, number, counts }: Imported) =>
    `Fichier n° ${number} du poste ${deviceName} lu : ${sayCounts(counts)}.`,
  answered: (file: string) => `Réponse écrite dans ${file}. Renvoyez-la au poste par mail, ou sur une clé USB.`,
} as const

/** Judged now or before: a file may be read twice. */
type Counts = { judged: number; invalid: number; failed: number }
type Imported = { deviceName: string; number: number; counts: Counts }

function sayCounts({ judged, invalid, failed }: Counts): string {
  return (
    [
      judged > 0 ? `${judged} ${plural(judged, 'action jugée', 'actions jugées')}` : '',
      invalid > 0
        ? `${invalid} ${plural(invalid, 'illisible', 'illisibles')}, ${plural(invalid, 'mise', 'mises')} de côté`
        : '',
      failed > 0 ? `${failed} à relire plus tard` : '',
    ]
      .filter((part) => part !== '')
      .join(', ') || 'aucune action à juger'
  )
}

/** Why the headquarters does not take a PC's rescue file. Nothing of such a file is ever taken in part. */
export const IMPORT_REFUSALS: Readonly<Record<RescueRefusal, string>> = {
  'not-a-rescue-file': 'Ce n’est pas un fichier de secours de Pupitre.',
  'too-new': 'Ce fichier vient d’une version plus récente de Pupitre : mettez d’abord le siège à jour.',
  truncated: 'Ce fichier est incomplet : la copie s’est arrêtée en route. Demandez-le à nouveau au poste.',
  altered: 'Ce fichier a été abîmé ou modifié en route, ou n’est pas destiné à ce siège. Rien n’en a été pris.',
  'other-centre': 'Ce fichier se dit d’un autre centre que le poste qui l’a signé. Rien n’en a été pris.',
  'other-device': 'Ce fichier se dit d’un autre poste que celui qui l’a signé. Rien n’en a été pris.',
  'wrong-direction': 'C’est une réponse du siège à un poste, pas un fichier d’un poste. Rien n’en a été pris.',
  'unknown-sender': 'Aucun poste connu de ce siège n’a fait ce fichier. Rien n’en a été pris.',
  'revoked-sender': 'Le poste qui a fait ce fichier a été retiré. Rien n’en a été pris.',
  'forked-sender':
    'Ce fichier vient d’une copie ancienne des données d’un poste. Le poste doit d’abord se faire reconnaître par le réseau, puis en faire un nouveau.',
  'missing-before': 'Il manque un fichier avant celui-ci.',
  'not-enrolled': 'Ce fichier a été fait par un poste qui n’est pas inscrit.',
}

/** What a browser is shown in place of the candidates' pages on an HQ that was started without building them. */
export const PAGES_NOT_BUILT =
  'Les pages des candidats ne sont pas encore construites sur ce siège. Tapez « npm run build », puis rechargez cette page.\n'
