import { useState } from 'react'
import { isText } from '../../kit/accepts.ts'
import { draftKey } from '../../kit/draft-key.ts'
import { forgetKept, useKept } from '../../kit/kept.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'

/**
 * Why something noted by mistake is taken back, kept when its dialog is closed by mistake.
 * @param form names the dialog @param ids what it is about
 */
export function useReason(form: string, ids: readonly string[]) {
  const key = draftKey(form, ids)
  const [typed, setTyped] = useKept(key, '', isText)
  const [asked, setAsked] = useState(false)
  const reason = typed.trim()
  return {
    reason,
    /** For its field. Nothing is reproached before it was sent. */
    field: {
      label: PAYMENTS.voidReason,
      value: typed,
      onChange: setTyped,
      error: asked && reason === '' ? PAYMENTS.reasonRequired : null,
    },
    /** Gives whether there is one; from then on the field says when there is none. */
    ask: (): boolean => {
      setAsked(true)
      return reason !== ''
    },
    forget: () => forgetKept(key),
  }
}
