import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { MONEY } from '../../text/screens/money.ts'
import { SaveDialog } from './save-dialog.tsx'

/** Payments as a table for the accountant: those of the session, or of some days. */
export function SaveButton() {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button label={MONEY.saveAll} onPress={() => setAsking(true)}>
        {MONEY.save}
      </Button>
      {asking ? <SaveDialog onClose={() => setAsking(false)} /> : null}
    </>
  )
}
