/**
 * What keeps mails from leaving, for those who are not mail servers: the usual cases, by the codes of RFC 3463 and by common wordings. The
 * first that fits is said, so that a refusal that may pass is never told as an address that does not exist.
 */
const TROUBLES: readonly (readonly [pattern: RegExp, said: string])[] = [
  [/\bEAUTH\b|\b53[045]\b/, 'Le serveur de mails du siège refuse le mot de passe donné à Pupitre.'],
  [/\b[45]\.2\.2\b|quota|mailbox (is )?full|full mailbox/i, 'La boîte de la personne est pleine.'],
  [/\brelay/i, 'Le serveur de mails n’accepte pas d’envoyer pour le siège.'],
  [
    /\bspam\b|black ?list|block ?list|blocked|reputation|\bdmarc\b|\bdkim\b|\bspf\b|\b5\.7\.(1|26)\b/i,
    'Le serveur de la personne prend ce mail pour un courrier indésirable.',
  ],
  [/gr[ae]ylist|\b4\.[1-7]\.\d\b|\b4[25]\d /i, 'Le serveur demande d’attendre avant de réessayer.'],
  [
    /\b5\.1\.[0-36]\b|unknown user|user unknown|no such (user|mailbox|recipient)|mailbox (unavailable|not found)|does not exist|\bEENVELOPE API\b/i,
    'Cette adresse n’existe pas.',
  ],
  [
    /\b(ECONN\w+|ETIMEDOUT|ESOCKET|EDNS|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)\b|timed? ?out/i,
    'Le serveur de mails ne répond pas.',
  ],
]

/** In plain words what a mail server said; null when that is no usual case. */
export function sayMailTrouble(trouble: string): string | null {
  return TROUBLES.find(([pattern]) => pattern.test(trouble))?.[1] ?? null
}

/** Whether the server said no for good (RFC 5321 §4.2.1), rather than not yet, or nothing. */
export function isMailRefused(trouble: string): boolean {
  return /\b5\d\d\b/.test(trouble)
}
