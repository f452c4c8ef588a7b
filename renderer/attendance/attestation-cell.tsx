import { useState } from 'react'
import type { AttendanceRow } from '../../contract/desk-attendance.ts'
import { Button } from '../../kit/button.tsx'
import { Icon } from '../../kit/icons.tsx'
import { StatusTag } from '../../kit/status-tag.tsx'
import { ATTENDANCE, ATTESTATION_REASONS } from '../../text/screens/attendance.ts'
import { CONVOCATIONS } from '../../text/screens/convocations.ts'
import { useConvocationProgress } from '../convocations/convocation-progress.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { nameOnSheet } from './name-on-sheet.ts'
import { usePrintAttestations } from './use-print-attestations.ts'

/** The attestation of one line: which one was issued, whether it still holds, and its button. */
export function AttestationCell({ row }: { row: AttendanceRow }) {
  const { state, issued } = row.attestation
  return (
    <td>
      <div className="actions attested">
        <AttestationButton row={row} short />
        {issued ? <span className="sub">{ATTENDANCE.version(issued.version)}</span> : null}
        {state === 'outdated' ? (
          <StatusTag tone="due" icon="alert">
            {ATTENDANCE.out}
          </StatusTag>
        ) : null}
      </div>
    </td>
  )
}

/** Prints the attestation of one candidate; greyed with the reason unless they are noted present. @param short where the column says what it is */
export function AttestationButton({ row, short }: { row: AttendanceRow; short?: boolean }) {
  const { desk } = useOffice()
  const progress = useConvocationProgress()
  const print = usePrintAttestations()
  const [making, setMaking] = useState(false)
  const { attestation, sittingId, entryId, examCode } = row
  const { state, hindrance } = attestation
  // One that still holds is printed again as it was: nothing is issued.
  const allowed = state === 'current' ? null : whyNotAllowed(desk, 'paper.issue')
  const busy = progress && !making ? CONVOCATIONS.busy : null
  const words = state === 'current' ? ATTENDANCE.printAgain : ATTENDANCE.printOne
  const press = async () => {
    setMaking(true)
    await print({ sittingId, which: [entryId], as: 'together' })
    setMaking(false)
  }
  return (
    <Button
      small
      label={short ? ATTENDANCE.of(words, nameOnSheet(row)) : ATTENDANCE.printOf(words, examCode)}
      busy={making}
      reason={hindrance ? ATTESTATION_REASONS[hindrance] : (allowed ?? busy)}
      onPress={() => void press()}
    >
      <Icon name="papers" size={14} />
      {making ? ATTENDANCE.making : short ? CONVOCATIONS.print : words}
    </Button>
  )
}
