import type { Section } from '../../text/pages/siege.ts'

/** Where each section is, as HQ serves them (`hq/routes/pages/files.ts`). */
export const SECTION_PATHS: Readonly<Record<Section, string>> = {
  duplicates: '/siege/doublons',
  devices: '/siege/postes',
  mails: '/siege/courriers',
  messages: '/siege/messages',
}
export const SIGN_IN_PATH = '/siege'
export const FIRST_SECTION = SECTION_PATHS.duplicates
