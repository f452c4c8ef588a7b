import type { EntryStatus } from '../../domain/entry.ts'
import type { IconName } from '../../kit/icons.tsx'
import type { Tone } from '../../kit/status-tag.tsx'

/** How a state looks beside its words. */
export const ENTRY_LOOKS: Readonly<Record<EntryStatus, { tone: Tone; icon: IconName }>> = {
  requested: { tone: 'wait', icon: 'clock' },
  prevalidated: { tone: 'due', icon: 'payments' },
  confirmed: { tone: 'go', icon: 'check' },
  refused: { tone: 'stop', icon: 'cross' },
  lapsed: { tone: 'stop', icon: 'back' },
  withdrawn: { tone: 'calm', icon: 'back' },
  carriedOver: { tone: 'calm', icon: 'arrow' },
}
