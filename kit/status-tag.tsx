import type { ReactNode } from 'react'
import { Icon, type IconName } from './icons.tsx'

export type Tone = 'wait' | 'go' | 'due' | 'stop' | 'calm'

/** A state: a word, an icon and a tint, never the tint alone. */
export function StatusTag({ tone, icon, children }: { tone: Tone; icon: IconName; children: ReactNode }) {
  return (
    <span className={`st ${tone}`}>
      <Icon name={icon} size={14} />
      <span>{children}</span>
    </span>
  )
}

/** A sentence that must be seen, tinted like the state it speaks of. */
export function Notice({ tone, icon, children }: { tone: Tone; icon: IconName; children: ReactNode }) {
  return (
    <div className={`notice ${tone}`}>
      <Icon name={icon} size={15} />
      <div>{children}</div>
    </div>
  )
}
