import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Tick } from '../../kit/fields.tsx'
import { Icon } from '../../kit/icons.tsx'
import { useKept } from '../../kit/kept.ts'
import { PopoverButton } from '../../kit/popover-button.tsx'
import { Select } from '../../kit/select.tsx'
import { PRINT_PAPERS } from '../../text/screens/print-papers.ts'
import { BLANK_ROWS, isListLayout, LIST_LAYOUT, type ListLayout, USUAL_LAYOUT } from './list-layout.ts'

const TICKS = ['bornOn', 'nuc', 'phone', 'halfDays'] as const satisfies readonly (keyof ListLayout)[]

/** Which columns the lists of a sitting have, in what order people stand, how many rows are left empty. */
export function ListLayoutButton() {
  const [layout, setLayout] = useKept<ListLayout>(LIST_LAYOUT, USUAL_LAYOUT, isListLayout)
  const [isOpen, setOpen] = useState(false)
  const change = (part: Partial<ListLayout>) => setLayout((before) => ({ ...before, ...part }))
  return (
    <PopoverButton
      small
      title={PRINT_PAPERS.layout}
      words={
        <>
          <Icon name="contents" size={14} />
          {PRINT_PAPERS.layout}
        </>
      }
      isOpen={isOpen}
      setOpen={setOpen}
    >
      <p className="sub">{PRINT_PAPERS.layoutHint}</p>
      <div className="list-layout">
        <fieldset>
          <legend className="label">{PRINT_PAPERS.columns}</legend>
          {TICKS.map((name) => (
            <Tick
              key={name}
              id={`list-${name}`}
              checked={layout[name]}
              onChange={(checked) => change({ [name]: checked })}
            >
              {PRINT_PAPERS[name]}
            </Tick>
          ))}
        </fieldset>
        <Select
          shown
          label={PRINT_PAPERS.sort}
          value={layout.sort}
          options={(['name', 'received'] as const).map((value) => ({ value, label: PRINT_PAPERS.sorts[value] }))}
          onChange={(sort) => change({ sort })}
        />
        <Select
          shown
          label={PRINT_PAPERS.blankRows}
          value={String(layout.blankRows)}
          options={BLANK_ROWS.map((rows) => ({ value: String(rows), label: PRINT_PAPERS.blankRowsOf(rows) }))}
          onChange={(rows) => change({ blankRows: Number(rows) })}
        />
      </div>
      <Button small tone="quiet" onPress={() => setLayout(USUAL_LAYOUT)}>
        {PRINT_PAPERS.reset}
      </Button>
    </PopoverButton>
  )
}
