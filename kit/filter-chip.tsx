import { useId } from 'react'
import { Button, SelectValue } from 'react-aria-components'
import { Icon } from './icons.tsx'
import { PickOne, type PickOneProps } from './pick-one.tsx'

/** `label`: what is filtered by, read out and written before the value. */
type FilterChipProps<V extends string> = PickOneProps<V> & {
  /** Whether it filters. */
  on: boolean
  /** Takes it away; null where it is always there and filters nothing now. */
  remove: { label: string; onPress: () => void } | null
}

/** A filter with its values in a list that opens, and a cross that ends it. */
export function FilterChip<V extends string>({ on, remove, ...pick }: FilterChipProps<V>) {
  // Read in the order in which it is seen: the label, then the value.
  const nameId = useId()
  return (
    <div className={on ? 'filter-chip on' : 'filter-chip'}>
      <PickOne {...pick}>
        <Button className="pick chip" aria-labelledby={nameId}>
          <span id={nameId}>
            {pick.label}
            <span className="value">
              &nbsp;: <SelectValue />
            </span>
          </span>
          {remove ? null : <Icon name="chevron" />}
        </Button>
      </PickOne>
      {remove ? (
        <button type="button" className="off" aria-label={remove.label} title={remove.label} onClick={remove.onPress}>
          <Icon name="cross" size={12} />
        </button>
      ) : null}
    </div>
  )
}
