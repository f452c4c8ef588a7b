import { activityLines } from '../../text/papers/activity.ts'
import { ORGANISATION } from '../../text/papers/organisation.ts'
import { vatTotals } from '../../text/papers/vat-totals.ts'
import { CENTRE_TEXTS } from '../../text/screens/centre-texts.ts'
import { useOffice } from '../frame/office.tsx'
import type { Texts } from './centre-texts.ts'

/** How the texts print: the head and the total of a receipt, in the words and the order of the paper itself. */
export function ReceiptHead({ texts, whole }: { texts: Texts; whole?: boolean }) {
  const { centre } = useOffice().desk
  const { addressLines, legalLines, vatWording, paymentTerms } = texts
  const lines = [ORGANISATION.accredited, ...addressLines, ...legalLines, ...activityLines(texts)]
  return (
    <figure className="receipt-head">
      <figcaption>{CENTRE_TEXTS.preview}</figcaption>
      <div className="paper">
        <b>{centre.name}</b>
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same, and none is ever moved
          <p key={at}>{line}</p>
        ))}
        {vatWording ? (
          vatTotals(vatWording, 0).map(({ words }) => (
            <p key={words} className="total">
              {words}
            </p>
          ))
        ) : (
          <p className="total no">{CENTRE_TEXTS.previewEmpty}</p>
        )}
      </div>
      {whole ? (
        <>
          <figcaption>{CENTRE_TEXTS.names.paymentTerms}</figcaption>
          <div className="paper">
            <p>{paymentTerms || CENTRE_TEXTS.none}</p>
          </div>
        </>
      ) : null}
    </figure>
  )
}
