import { addressKey, isEmailAddress } from '../../domain/registration.ts'
import { ACTS } from '../../text/screens/request-acts.ts'

export type ReadAddress = { value: string | null; errors: { email?: string; again?: string } }

/** The new address, typed twice, in the shape of the command; null with what is wrong beside each field. `present`: the one on file. */
export function readAddress(present: string, email: string, again: string): ReadAddress {
  if (!isEmailAddress(email)) return { value: null, errors: { email: ACTS.notAnAddress } }
  if (addressKey(email) === addressKey(present)) return { value: null, errors: { email: ACTS.sameAddress } }
  if (addressKey(email) !== addressKey(again)) return { value: null, errors: { again: ACTS.addressesDiffer } }
  return { value: email.trim(), errors: {} }
}
