import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Icon } from '../../kit/icons.tsx'
import { RECEIPT_CHECK } from '../../text/screens/receipt-check.ts'
import { CheckReceiptsDialog } from './check-receipts-dialog.tsx'

/** « Vérifier les reçus… »: of all years, whatever the session. */
export function CheckReceiptsButton() {
  const [checking, setChecking] = useState(false)
  return (
    <>
      <Button onPress={() => setChecking(true)}>
        <Icon name="check" size={15} />
        {RECEIPT_CHECK.open}
      </Button>
      {checking ? <CheckReceiptsDialog onClose={() => setChecking(false)} /> : null}
    </>
  )
}
