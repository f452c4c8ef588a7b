import { useId } from 'react'
import { Select as AriaSelect, Button, ListBox, ListBoxItem, Popover, SelectValue } from 'react-aria-components'
import { Icon } from './icons.tsx'

type SelectProps<V extends string> = {
  /** Read out before the value; with `shown`, also written before it. */
  label: string
  shown?: boolean
  value: V
  options: readonly { value: V; label: string }[]
  onChange: (value: V) => void
  /** Looks like a filter chip, lit when it filters. */
  chip?: boolean
  lit?: boolean
}

/** One of many, in a list that opens. */
export function Select<V extends string>({ label, shown, value, options, onChange, chip, lit }: SelectProps<V>) {
  // Read in the order in which it is seen: the label, then the value.
  const nameId = useId()
  return (
    <AriaSelect
      aria-label={label}
      value={value}
      onChange={(chosen) => {
        const option = options.find((one) => one.value === chosen)
        if (option) onChange(option.value)
      }}
    >
      <Button className={chip ? `pick chip${lit ? ' on' : ''}` : 'pick'} aria-labelledby={nameId}>
        <span id={nameId}>
          <span className={shown ? '' : 'visually-hidden'}>{label}&nbsp;: </span>
          <SelectValue />
        </span>
        <Icon name="chevron" />
      </Button>
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
