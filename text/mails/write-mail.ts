import { addressKnown } from './address-known.ts'
import { confirmAddress } from './confirm-address.ts'
import { confirmed } from './confirmed.ts'
import { corrected } from './corrected.ts'
import { extended } from './extended.ts'
import { lapsed } from './lapsed.ts'
import { type Letter, type WrittenMail, writeLetter } from './letter.ts'
import type { MailData, MailName } from './mail-data.ts'
import { newPassword } from './new-password.ts'
import { nucReminder } from './nuc-reminder.ts'
import { passwordChanged } from './password-changed.ts'
import { prevalidated } from './prevalidated.ts'
import { proposed } from './proposed.ts'
import { refused } from './refused.ts'
import { reminder } from './reminder.ts'
import { requestBlocked } from './request-blocked.ts'
import { requestReceived } from './request-received.ts'
import { withdrawn } from './withdrawn.ts'

/** One template a mail. A mail without one does not compile. */
const templates: { readonly [N in MailName]: (data: MailData[N]) => Letter } = {
  'confirm-address': confirmAddress,
  'address-known': addressKnown,
  'request-received': requestReceived,
  'request-blocked': requestBlocked,
  proposed,
  prevalidated,
  reminder,
  extended,
  lapsed,
  refused,
  confirmed,
  withdrawn,
  corrected,
  'new-password': newPassword,
  'password-changed': passwordChanged,
  'nuc-reminder': nucReminder,
}

export const mailNames = Object.keys(templates) as MailName[]

export function isMailName(name: string): name is MailName {
  return Object.hasOwn(templates, name)
}

/**
 * A mail in both of its parts, in French.
 * @param publicUrl what the paths of its links are put behind, without a slash at the end
 * @throws when a link is neither a path nor an address of the web
 */
export function writeMail<N extends MailName>(name: N, data: MailData[N], publicUrl: string): WrittenMail {
  return writeLetter(templates[name](data), publicUrl)
}
