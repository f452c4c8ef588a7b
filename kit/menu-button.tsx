import type { ReactNode } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'

type MenuButtonProps<V extends string> = {
  label: string
  children: ReactNode
  items: readonly { value: V; label: string }[]
  onChoose: (value: V) => void
  /** Looks like a filter chip. */
  chip?: boolean
}

/** A button that opens a list of things to do. */
export function MenuButton<V extends string>({ label, children, items, onChoose, chip }: MenuButtonProps<V>) {
  return (
    <MenuTrigger>
      <Button className={chip ? 'chip' : 'btn'} aria-label={label}>
        {children}
      </Button>
      <Popover className="options">
        <Menu
          aria-label={label}
          items={items.map((item) => ({ ...item, id: item.value }))}
          onAction={(key) => {
            const item = items.find(({ value }) => value === key)
            if (item) onChoose(item.value)
          }}
        >
          {(item) => <MenuItem id={item.id}>{item.label}</MenuItem>}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
