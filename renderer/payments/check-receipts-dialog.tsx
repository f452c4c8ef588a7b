import { useQuery } from '@tanstack/react-query'
import type { ReceiptYear } from '../../contract/desk-receipts.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Icon } from '../../kit/icons.tsx'
import { Notice } from '../../kit/status-tag.tsx'
import { formatDayTimeFrom } from '../../text/format.ts'
import { RECEIPT_CHECK, sayReceiptFault } from '../../text/screens/receipt-check.ts'
import { api } from '../api.ts'
import { useOffice } from '../frame/office.tsx'
import { HelpButton } from '../help/help-button.tsx'

/** Whether the receipts and credit notes of each year follow each other, untouched, on all PCs of the centre. */
export function CheckReceiptsDialog({ onClose }: { onClose: () => void }) {
  const { desk } = useOffice()
  // Read when asked for, and not each time that something changes: it reads ten years of papers.
  const { data, isError, isFetching, refetch } = useQuery({
    queryKey: ['receipt.check'],
    queryFn: () => api.call('receipt.check', {}),
    gcTime: 0,
  })
  return (
    <Dialog
      title={RECEIPT_CHECK.title}
      help={<HelpButton page="recus-et-avoirs" />}
      onClose={onClose}
      footer={
        <>
          <p role="status">
            {isFetching
              ? RECEIPT_CHECK.checking
              : data
                ? RECEIPT_CHECK.checkedAt(formatDayTimeFrom(data.checkedAt, desk.now, desk.centre.timeZone))
                : null}
          </p>
          <Button busy={isFetching} onPress={() => void refetch()}>
            {RECEIPT_CHECK.again}
          </Button>
          <Button tone="primary" onPress={onClose}>
            {RECEIPT_CHECK.close}
          </Button>
        </>
      }
    >
      <p>{RECEIPT_CHECK.what}</p>
      {isError ? (
        <Notice tone="stop" icon="alert">
          {RECEIPT_CHECK.failed}
        </Notice>
      ) : null}
      {data?.years.map((year) => (
        <YearChecked key={year.year} checked={year} />
      ))}
      {data?.years.length === 0 ? <p>{RECEIPT_CHECK.none}</p> : null}
      <p className="sub">{RECEIPT_CHECK.onAllPcs}</p>
    </Dialog>
  )
}

function YearChecked({ checked }: { checked: ReceiptYear }) {
  const { currency } = useOffice().desk.centre
  const { year, series, older, faults, faultCount } = checked
  return (
    <section className="receipt-year">
      <h3>
        {year} <span className="sub">{RECEIPT_CHECK.series(series)}</span>
      </h3>
      <p>{RECEIPT_CHECK.sums(checked, currency)}</p>
      {older > 0 ? <p className="sub">{RECEIPT_CHECK.older(older)}</p> : null}
      {faultCount === 0 ? (
        <p className="ok">
          <Icon name="check" size={14} /> {RECEIPT_CHECK.holds}
        </p>
      ) : (
        <Notice tone="stop" icon="alert">
          {RECEIPT_CHECK.wrong(faultCount)}
          <ul>
            {faults.map((fault) => (
              <li key={JSON.stringify(fault)}>{sayReceiptFault(fault, currency)}</li>
            ))}
          </ul>
          {faultCount > faults.length ? <p>{RECEIPT_CHECK.more(faultCount - faults.length)}</p> : null}
          <p>{RECEIPT_CHECK.wayOut}</p>
        </Notice>
      )}
    </section>
  )
}
