import type { PrinterList } from '../../contract/desk-printing.ts'
import { Notice } from '../../kit/status-tag.tsx'
import { formatLastingMoment } from '../../text/format.ts'
import { PRINTING } from '../../text/screens/printing.ts'
import { useOffice } from '../frame/office.tsx'
import type { PaperToPrint } from './print-context.ts'

type PrintWarningsProps = { list: PrinterList; paper: PaperToPrint; failed: boolean }

/** What to know before pressing; what just failed has said its own. */
export function PrintWarnings({ list, paper, failed }: PrintWarningsProps) {
  const { desk } = useOffice()
  const { printers, gone, sentAt, isOriginal } = list
  return (
    <>
      {printers.length === 0 ? (
        <Notice tone="due" icon="alert">
          {PRINTING.none}
        </Notice>
      ) : gone && !failed ? (
        <Notice tone="due" icon="alert">
          {PRINTING.gone(gone)}
        </Notice>
      ) : null}
      {sentAt ? (
        <Notice tone="due" icon="alert">
          {PRINTING.sentBefore(formatLastingMoment(sentAt, desk.now, desk.centre.timeZone))}
        </Notice>
      ) : isOriginal ? (
        <p className="muted">{PRINTING.one}</p>
      ) : null}
      {paper.kind === 'envelope' ? <p className="muted">{PRINTING.envelopes}</p> : null}
    </>
  )
}
