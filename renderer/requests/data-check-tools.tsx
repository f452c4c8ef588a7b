import { useState } from 'react'
import type { RequestRow } from '../../contract/desk.ts'
import { Button } from '../../kit/button.tsx'
import { Chip } from '../../kit/chip.tsx'
import { Icon } from '../../kit/icons.tsx'
import { formatCount } from '../../text/format.ts'
import { DATA_CHECK } from '../../text/screens/data-check.ts'
import { DataCheckDialog } from './data-check-dialog.tsx'
import type { Filters } from './request-filters.ts'

type DataCheckToolsProps = {
  requests: readonly RequestRow[]
  /** Whether only those who have not answered are shown, and how many people they are. */
  on: boolean
  unchecked: number
  choose: (change: Partial<Pick<Filters, 'state' | 'unchecked'>>) => void
}

/** At the top of the session: who has still to find their data right, and asking them. */
export function DataCheckTools({ requests, on, unchecked, choose }: DataCheckToolsProps) {
  const [asking, setAsking] = useState(false)
  return (
    <div className="tools">
      {/* Who waits for an answer has nothing to find right yet: the state chosen would hide the others. */}
      <Chip
        on={on}
        hint={on ? DATA_CHECK.endFilter : undefined}
        onPress={() => choose(on ? { unchecked: false } : { unchecked: true, state: 'all' })}
      >
        {DATA_CHECK.filter} <b>{formatCount(unchecked)}</b>
        {on ? <Icon name="cross" size={12} /> : null}
      </Chip>
      <Button small onPress={() => setAsking(true)}>
        {DATA_CHECK.open}
      </Button>
      {asking ? <DataCheckDialog requests={requests} onClose={() => setAsking(false)} /> : null}
    </div>
  )
}
