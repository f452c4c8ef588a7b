/** What a mail says only when it is sent by post: the rest is the mail’s. */
export const POST_LETTER = {
  names: { 'reminder-letter': 'Rappel de règlement', 'refusal-letter': 'Réponse à votre demande' },
  title: (what: string, name: string, session: string): string => `${what}, ${name}, ${session}`,
  foot: (what: string, session: string, version: number, freshness: string): string =>
    `${what} · ${session} · version ${version} · ${freshness}`,
} as const
