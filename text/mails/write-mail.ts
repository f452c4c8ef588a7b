import { addressAsked } from './address-asked.ts'
import { addressChanged } from './address-changed.ts'
import { addressChanging } from './address-changing.ts'
import { addressComing } from './address-coming.ts'
import { addressInUse } from './address-in-use.ts'
import { addressKept } from './address-kept.ts'
import { addressKnown } from './address-known.ts'
import { confirmAddress } from './confirm-address.ts'
import { confirmed } from './confirmed.ts'
import { corrected } from './corrected.ts'
import { dataCheck } from './data-check.ts'
import { extended } from './extended.ts'
import { lapsed } from './lapsed.ts'
import { type Letter, type WrittenMail, writeLetter } from './letter.ts'
import type { MailData, MailName } from './mail-data.ts'
import { mayAskAgain } from './may-ask-again.ts'
import { modified } from './modified.ts'
import { newPassword } from './new-password.ts'
import { nucReminder } from './nuc-reminder.ts'
import { passwordChanged } from './password-changed.ts'
import { prevalidated } from './prevalidated.ts'
import { proposed } from './proposed.ts'
import { refused } from './refused.ts'
import { reminder } from './reminder.ts'
import { requestBlocked } from './request-blocked.ts'
import { requestReceived } from './request-received.ts'
import { useOtherAccount } from './use-other-account.ts'
import { useThisAccount } from './use-this-account.ts'
import { withdrawn } from './withdrawn.ts'

/** One template a mail. A mail without one does not compile. */
const templates: { readonly [N in MailName]: (data: MailData[N]) => Letter } = {
  'confirm-address': confirmAddress,
  'address-known': addressKnown,
  'request-received': requestReceived,
  modified,
  'request-blocked': requestBlocked,
  'may-ask-again': mayAskAgain,
  'use-this-account': useThisAccount,
  'use-other-account': useOtherAccount,
  proposed,
  prevalidated,
  reminder,
  extended,
  lapsed,
  refused,
  confirmed,
  withdrawn,
  corrected,
  'data-check': dataCheck,
  'address-asked': addressAsked,
  'address-in-use': addressInUse,
  'address-changing': addressChanging,
  'address-coming': addressComing,
  'address-changed': addressChanged,
  'address-kept': addressKept,
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
  return writeLetter(templates[name](data), publicUrl, 'centre' in data ? data.centre : null)
}
