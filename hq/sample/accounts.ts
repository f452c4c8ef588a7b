/**
 * Invented candidates of Rennes who may sign in at HQ's pages, so that « Mon espace » can be tried at once. They are of the small sample's
 * plans (`rennes.ts`); nobody gets mail at these addresses.
 */
export const SAMPLE_ADDRESSES = {
  requested: 'demande@example.org',
  prevalidated: 'prevalidee@example.org',
  confirmed: 'confirmee@example.org',
} as const
/** The one of `confirmed`, again, who forgot that address: HQ's staff are to say whether they are one person. The same password. */
export const SAMPLE_OTHER_ADDRESS = 'encore@example.org'
export type SampleAddress = (typeof SAMPLE_ADDRESSES)[keyof typeof SAMPLE_ADDRESSES]

/** One of HQ's staff, with the same password. */
export const SAMPLE_STAFF = { id: 'siege', email: 'siege@example.org', name: 'Camille Moreau' } as const

/** Not a secret: it opens invented data only. The rules of passwords hold for it too. */
export const SAMPLE_PASSWORD = 'Demo-2026 !'
/** The same, hashed: so that the sample is the same each time. */
export const SAMPLE_PASSWORD_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$tsARZB16Iy61PJ6yvHtdiA$w+OJ/NPQeKkF+BD8/zDKN+2Rle7d/Go9GQYlb4jbxqY'
