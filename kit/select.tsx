import { useId } from 'react'
import { Button, SelectValue } from 'react-aria-components'
import { Icon } from './icons.tsx'
import { PickOne, type PickOneProps } from './pick-one.tsx'

/** `label` is read out before the value; with `shown`, also written before it. */
type SelectProps<V extends string> = Omit<PickOneProps<V>, 'opened'> & { shown?: boolean }

/** One of many, in a list that opens. */
export function Select<V extends string>({ shown, ...pick }: SelectProps<V>) {
  // Read in the order in which it is seen: the label, then the value.
  const nameId = useId()
  return (
    <PickOne {...pick}>
      <Button className="pick" aria-labelledby={nameId}>
        <span id={nameId}>
          <span className={shown ? '' : 'visually-hidden'}>{pick.label}&nbsp;: </span>
          <SelectValue />
        </span>
        <Icon name="chevron" />
      </Button>
    </PickOne>
  )
}
