import type { ReceiptYear } from '../../contract/desk-receipts.ts'
import { Icon } from '../../kit/icons.tsx'
import { Notice } from '../../kit/status-tag.tsx'
import { RECEIPT_CHECK, sayReceiptFault } from '../../text/screens/receipt-check.ts'
import { useOffice } from '../frame/office.tsx'
import { CheckDialog } from '../ui/check-dialog.tsx'

/** Whether the receipts and credit notes of each year follow each other, untouched, on all PCs of the centre. */
export function CheckReceiptsDialog({ onClose }: { onClose: () => void }) {
  return (
    <CheckDialog
      name="receipt.check"
      input={{}}
      words={RECEIPT_CHECK}
      help="recus-et-avoirs"
      intro={<p>{RECEIPT_CHECK.what}</p>}
      outro={<p className="sub">{RECEIPT_CHECK.onAllPcs}</p>}
      onClose={onClose}
    >
      {({ years }) => (
        <>
          {years.map((year) => (
            <YearChecked key={year.year} checked={year} />
          ))}
          {years.length === 0 ? <p>{RECEIPT_CHECK.none}</p> : null}
        </>
      )}
    </CheckDialog>
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
