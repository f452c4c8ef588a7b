import { Fragment } from 'react'
import { SHORTCUTS, sayKeys } from '../../text/screens/shortcuts.ts'

/** Keys as little key caps; for the eye only, beside a button that names its shortcut by `aria-keyshortcuts` or in a sheet. */
export function KeyCaps({ keys }: { keys: string }) {
  return (
    <span className="key-caps">
      {sayKeys(keys).map((stroke, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same key may be pressed twice, the order never changes
        <Fragment key={at}>
          {at > 0 ? <span className="then"> {SHORTCUTS.next} </span> : null}
          {stroke.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
        </Fragment>
      ))}
    </span>
  )
}
