import { useId } from 'react'
import { Select as AriaSelect, Button, ListBox, ListBoxItem, Popover, SelectValue } from 'react-aria-components'
import { Icon } from './icons.tsx'

type FilterChipProps<V extends string> = {
  /** What is filtered by: read out and written before the value. */
  label: string
  value: V
  options: readonly { value: V; label: string }[]
  onChange: (value: V) => void
  /** Whether it filters. */
  on: boolean
  /** Takes it away; null where it is always there and filters nothing now. */
  remove: { label: string; onPress: () => void } | null
  /** Opened at once: it was just asked for. */
  opened?: boolean
}

/** A filter with its values in a list that opens, and a cross that ends it. */
export function FilterChip<V extends string>(props: FilterChipProps<V>) {
  const { label, value, options, onChange, on, remove, opened } = props
  // Read in the order in which it is seen: the label, then the value.
  const nameId = useId()
  return (
    <div className={on ? 'filter-chip on' : 'filter-chip'}>
      <AriaSelect
        aria-label={label}
        value={value}
        defaultOpen={opened ?? false}
        onChange={(chosen) => {
          const option = options.find((one) => one.value === chosen)
          if (option) onChange(option.value)
        }}
      >
        <Button className="pick chip" aria-labelledby={nameId}>
          <span id={nameId}>
            {label}
            <span className="value">
              &nbsp;: <SelectValue />
            </span>
          </span>
          {remove ? null : <Icon name="chevron" />}
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
      {remove ? (
        <button type="button" className="off" aria-label={remove.label} title={remove.label} onClick={remove.onPress}>
          <Icon name="cross" size={12} />
        </button>
      ) : null}
    </div>
  )
}
