import type { ReactNode } from 'react'

type ChipProps = { on: boolean; onPress: () => void; children: ReactNode; hint?: string | undefined }

/**
 * One filter of several; pressed, it filters.
 * @param hint what pressing it does, where its words do not say so
 */
export function Chip({ on, onPress, children, hint }: ChipProps) {
  return (
    <button type="button" className="chip" aria-pressed={on} title={hint} onClick={onPress}>
      {children}
    </button>
  )
}
