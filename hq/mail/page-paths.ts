/** HQ's pages that mails lead to: paths, made whole when a mail leaves, so that whoever queues it need not know HQ's address. */
export const PAGES = {
  space: '/espace',
  register: '/inscription',
  ask: pathToAsk,
  signIn: '/connexion',
  recover: '/oubli',
  confirm: (secret: string) => `/confirmer?jeton=${secret}`,
  newAddress: (secret: string) => `/adresse?jeton=${secret}`,
  stopNewAddress: (secret: string) => `/adresse?annuler=${secret}`,
  staffPassword: (secret: string) => `/siege/mot-de-passe?jeton=${secret}`,
  newPassword: (secret: string) => `/mot-de-passe?jeton=${secret}`,
} as const

/** What is asked for again elsewhere; without a centre, one is to be chosen there. */
type Wish = { sessionId: string; examIds: readonly string[]; department: string; centreId?: string }

/** The form of somebody who has an account, filled in: their identity is known, what was refused is chosen. */
function pathToAsk({ sessionId, examIds, department, centreId }: Wish): string {
  const wish = new URLSearchParams({ ajout: 'nouvelle', session: sessionId, departement: department })
  for (const id of examIds) wish.append('epreuve', id)
  if (centreId !== undefined) wish.set('centre', centreId)
  return `/espace?${wish}`
}
