import { KeyCaps } from './key-caps.tsx'

/** The keys that do the same as what they stand in: for the eye alone, `aria-keyshortcuts` tells them to the others. */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <span aria-hidden="true">
      <KeyCaps keys={keys} />
    </span>
  )
}
