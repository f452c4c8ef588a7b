import { useCallback } from 'react'
import type { Input } from '../../contract/ipc.ts'
import { sayConvocationPrinted } from '../../text/screens/convocations.ts'
import { api } from '../api.ts'
import { usePrintIssued } from '../papers/use-print-issued.ts'

/** Prints convocations and says what became of them. */
export function usePrintConvocations(): (asked: Input<'convocation.print'>) => Promise<void> {
  const print = usePrintIssued('convocation', sayConvocationPrinted)
  return useCallback((asked) => print(() => api.call('convocation.print', asked)), [print])
}
