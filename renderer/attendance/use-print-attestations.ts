import { useCallback } from 'react'
import type { Input } from '../../contract/ipc.ts'
import { sayAttestationsPrinted } from '../../text/screens/attendance.ts'
import { api } from '../api.ts'
import { usePrintIssued } from '../papers/use-print-issued.ts'

/** Prints attestations of attendance and says what became of them. */
export function usePrintAttestations(): (asked: Input<'attestation.print'>) => Promise<void> {
  const print = usePrintIssued('attendance-attestation', sayAttestationsPrinted)
  return useCallback((asked) => print(() => api.call('attestation.print', asked)), [print])
}
