import { memo, useState } from 'react'
import type { OfferingRow } from '../../contract/desk.ts'
import type { RequestPage } from '../../contract/desk-lists.ts'
import { Button } from '../../kit/button.tsx'
import { FindField } from '../../kit/find-field.tsx'
import { REQUESTS } from '../../text/screens/requests.ts'
import { ColumnsButton } from './columns-button.tsx'
import { DataCheckTools } from './data-check-tools.tsx'
import { FilterBar } from './filter-bar.tsx'
import type { ColumnChoice } from './list-columns.ts'
import { LONGEST_TEXT, narrowingsOf } from './list-look.ts'
import { PayerCollect } from './payer-collect.tsx'
import type { useListQuery } from './use-list-query.ts'

/** A paste is taken whole, and cut aloud. */
const LONGEST_PASTE = 100_000
const NO_COUNT = { waiting: 0, due: 0, overdue: 0, confirmed: 0, refused: 0, other: 0, all: 0 }

type ListHeadProps = {
  list: ReturnType<typeof useListQuery>
  head: RequestPage
  offerings: readonly OfferingRow[]
  choice: ColumnChoice
  choose: (choice: ColumnChoice) => void
  /** Whether columns are being chosen. */
  choosing: boolean
  setChoosing: (choosing: boolean) => void
  /** From the filter's field to what it found. */
  leave: () => void
}

/** Above the list: how many there are, what narrows it, and which columns it has. Not drawn again while one only walks through it. */
export const ListHead = memo(function ListHead(props: ListHeadProps) {
  const { list, head, offerings, choice, choose, choosing, setChoosing, leave } = props
  const { counts, whole } = head
  const { payer } = list.filters
  // A filter that was just added and has no value yet ends too.
  const [cleared, setCleared] = useState(0)
  return (
    <div className="filters">
      <div className="head">
        <h1>{REQUESTS.title}</h1>
        {whole > 0 ? (
          <p>
            {list.searching || counts.all < whole
              ? REQUESTS.narrowed(counts.all ?? 0, whole)
              : REQUESTS.summary(counts.waiting ?? 0, counts.due ?? 0, counts.overdue ?? 0, counts.confirmed ?? 0)}
          </p>
        ) : null}
        {/* Not among the filters: it comes and goes with them, and what stands below them would move with it. */}
        {list.searching || narrowingsOf(list.filters).length > 0 ? (
          <Button
            tone="link"
            small
            onPress={() => {
              setCleared((times) => times + 1)
              list.clear()
            }}
          >
            {REQUESTS.clearNarrowing}
          </Button>
        ) : null}
        {payer !== null && payer !== 'candidate' ? <PayerCollect organisationId={payer} /> : null}
        <div className="tools">
          <FindField
            label={REQUESTS.find}
            hint={REQUESTS.findHint}
            keys="/"
            maxLength={LONGEST_PASTE}
            onLeave={leave}
            clear={REQUESTS.findClear}
            value={list.typed}
            onChange={list.type}
          />
          {whole > 0 ? <DataCheckTools /> : null}
          <ColumnsButton choice={choice} choose={choose} isOpen={choosing} setOpen={setChoosing} />
        </div>
      </div>
      {list.cut ? (
        <p className="sub cut" role="status">
          {REQUESTS.textCut(LONGEST_TEXT)}
        </p>
      ) : null}
      <FilterBar
        key={cleared}
        filters={list.filters}
        counts={{ ...NO_COUNT, ...counts }}
        unchecked={head.unchecked}
        offerings={offerings}
        payers={head.payers}
        choose={list.choose}
      />
    </div>
  )
})
