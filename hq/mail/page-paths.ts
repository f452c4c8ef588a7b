/** HQ's pages that mails lead to: paths, made whole when a mail leaves, so that whoever queues it need not know HQ's address. */
export const PAGES = {
  space: '/espace',
  register: '/inscription',
  signIn: '/connexion',
  recover: '/oubli',
  confirm: (secret: string) => `/confirmer?jeton=${secret}`,
  newAddress: (secret: string) => `/adresse?jeton=${secret}`,
  stopNewAddress: (secret: string) => `/adresse?annuler=${secret}`,
  staffPassword: (secret: string) => `/siege/mot-de-passe?jeton=${secret}`,
  newPassword: (secret: string) => `/mot-de-passe?jeton=${secret}`,
} as const
