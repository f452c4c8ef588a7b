import { type KeyboardEvent, useRef, useState } from 'react'
import { Button, IconButton } from '../../kit/button.tsx'
import { Tick } from '../../kit/fields.tsx'
import { Icon } from '../../kit/icons.tsx'
import { PopoverButton } from '../../kit/popover-button.tsx'
import { REQUESTS } from '../../text/screens/requests.ts'
import { type ColumnChoice, FIRST_COLUMNS, type FreeColumn, moveColumn, toggleColumn } from './list-columns.ts'

type ColumnsButtonProps = {
  choice: ColumnChoice
  choose: (choice: ColumnChoice) => void
  isOpen: boolean
  setOpen: (open: boolean) => void
}

/** Which columns the list has, and in what order. */
export function ColumnsButton({ choice, choose, isOpen, setOpen }: ColumnsButtonProps) {
  const [moved, setMoved] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const move = (id: FreeColumn, step: -1 | 1) => {
    const next = moveColumn(choice, id, step)
    choose(next)
    setMoved(REQUESTS.columnMoved(REQUESTS.columns[id], next.order.indexOf(id) + 1, next.order.length))
  }
  const onKeyDown = (id: FreeColumn) => (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined
    if (step === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (event.altKey) return move(id, step)
    const boxes = [...(list.current?.querySelectorAll<HTMLElement>('input') ?? [])]
    boxes[choice.order.indexOf(id) + step]?.focus()
  }
  return (
    <PopoverButton
      small
      title={REQUESTS.columnsTitle}
      keys="C"
      words={
        <>
          <Icon name="contents" size={14} />
          {REQUESTS.columnsButton}
        </>
      }
      isOpen={isOpen}
      setOpen={setOpen}
    >
      <p className="sub">{REQUESTS.columnsHint}</p>
      <ul className="column-list" ref={list}>
        {choice.order.map((id, place) => (
          <li key={id} onKeyDown={onKeyDown(id)}>
            <Tick
              id={`column-${id}`}
              checked={choice.shown.includes(id)}
              onChange={() => choose(toggleColumn(choice, id))}
            >
              {REQUESTS.columns[id]}
            </Tick>
            <IconButton
              small
              icon="up"
              label={REQUESTS.columnEarlier(REQUESTS.columns[id])}
              idle={place === 0}
              onPress={() => move(id, -1)}
            />
            <IconButton
              small
              icon="down"
              label={REQUESTS.columnLater(REQUESTS.columns[id])}
              idle={place === choice.order.length - 1}
              onPress={() => move(id, 1)}
            />
          </li>
        ))}
      </ul>
      <p className="visually-hidden" role="status">
        {moved}
      </p>
      <Button small tone="quiet" onPress={() => choose(FIRST_COLUMNS)}>
        {REQUESTS.columnsReset}
      </Button>
    </PopoverButton>
  )
}
