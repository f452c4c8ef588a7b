import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { DATA_CHECK } from '../../text/screens/data-check.ts'
import { DataCheckDialog } from './data-check-dialog.tsx'

/** Asks the candidates of the session to find their data right. */
export function DataCheckTools() {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button small onPress={() => setAsking(true)}>
        {DATA_CHECK.open}
      </Button>
      {asking ? <DataCheckDialog onClose={() => setAsking(false)} /> : null}
    </>
  )
}
