import { useState } from 'react'
import type { Answer, Failure } from '../api.ts'
import type { SaidFault } from './error-summary.tsx'

/** Whatever forms send: what is missing is said from the first try on, and nothing leaves before it is mended, nor twice at once. */
export function useSending(faults: readonly SaidFault[]) {
  const [tries, setTries] = useState(0)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const said = tries > 0 ? faults : []
  return {
    busy,
    failure,
    /** For the summary of what is missing: it takes the focus each time that it changes. */
    tries,
    said,
    saying: (field: string): string | undefined => said.find((fault) => fault.field === field)?.sentence,
    /** @param onDone with HQ's answer; the form stays busy until it has ended */
    send: async <T>(asking: () => Promise<Answer<T>>, onDone: (value: T) => unknown): Promise<void> => {
      if (busy) return
      setFailure(null)
      if (faults.length > 0) return setTries(tries + 1)
      setBusy(true)
      const answer = await asking()
      if (answer.done) await onDone(answer.value)
      else setFailure(answer.failure)
      setBusy(false)
    },
    /** The form is empty again, and nothing is missing yet. */
    beginAgain: () => setTries(0),
  }
}
