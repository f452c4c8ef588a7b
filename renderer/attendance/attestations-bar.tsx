import type { SittingRow } from '../../contract/desk.ts'
import type { AttendanceRow } from '../../contract/desk-attendance.ts'
import { isOneOf } from '../../kit/accepts.ts'
import { Button } from '../../kit/button.tsx'
import { Icon } from '../../kit/icons.tsx'
import { useKept } from '../../kit/kept.ts'
import { Select } from '../../kit/select.tsx'
import { ATTENDANCE } from '../../text/screens/attendance.ts'
import { CONVOCATIONS } from '../../text/screens/convocations.ts'
import { useConvocationProgress } from '../convocations/convocation-progress.ts'
import { PrintingBar } from '../convocations/printing-bar.tsx'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { usePrintAttestations } from './use-print-attestations.ts'

const AS = ['together', 'apart'] as const
const isAs = isOneOf(...AS)

/** « Imprimer les N attestations » : of everybody present who holds none that says so, in one PDF or one each. */
export function AttestationsBar({ sitting, rows }: { sitting: SittingRow; rows: readonly AttendanceRow[] }) {
  const { desk } = useOffice()
  const progress = useConvocationProgress()
  const print = usePrintAttestations()
  const [as, setAs] = useKept<(typeof AS)[number]>('papers.attestations', 'together', isAs)
  if (progress) return <PrintingBar progress={progress} />
  const ready = rows.filter(({ attestation }) => attestation.hindrance === null)
  const due = ready.filter(({ attestation }) => attestation.state !== 'current').length
  const nothing = ready.length === 0 ? ATTENDANCE.nobodyPresent : due === 0 ? ATTENDANCE.nothingDueReason : null
  const asked = { sittingId: sitting.id, which: 'due', as, means: as === 'apart' ? 'save' : 'print' } as const
  return (
    <>
      <Select
        label={CONVOCATIONS.as}
        value={as}
        options={AS.map((value) => ({ value, label: CONVOCATIONS[value] }))}
        onChange={setAs}
      />
      <Button
        tone={due > 0 ? 'primary' : 'plain'}
        reason={whyNotAllowed(desk, 'paper.issue') ?? nothing}
        onPress={() => void print(asked)}
      >
        <Icon name="papers" size={14} />
        {due > 0 || ready.length === 0 ? ATTENDANCE.printDue(due) : ATTENDANCE.nothingDue}
      </Button>
    </>
  )
}
