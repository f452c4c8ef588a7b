import type { ReactNode } from 'react'
import { Select as AriaSelect, ListBox, ListBoxItem, Popover } from 'react-aria-components'

export type PickOneProps<V extends string> = {
  label: string
  value: V
  options: readonly { value: V; label: string }[]
  onChange: (value: V) => void
  /** Opened at once: it was just asked for. */
  opened?: boolean
}

/** One of many, in a list that opens from the button given as its child. */
export function PickOne<V extends string>(props: PickOneProps<V> & { children: ReactNode }) {
  const { label, value, options, onChange, opened, children } = props
  return (
    <AriaSelect
      aria-label={label}
      value={value}
      defaultOpen={opened ?? false}
      onChange={(chosen) => {
        const option = options.find((one) => one.value === chosen)
        if (option) onChange(option.value)
      }}
    >
      {children}
      <Popover className="options">
        <ListBox items={options} aria-label={label}>
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label}>
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
