import { Button } from '../../kit/button.tsx'
import { Icon } from '../../kit/icons.tsx'
import { CANDIDATE } from '../../text/screens/candidate.ts'
import { useCopy } from './use-copy.ts'

/** Copies a text, and says so in its own words for a moment. @param label what a person who cannot see around it is told */
export function CopyButton({ text, label, children }: { text: string; label?: string; children?: string }) {
  const { copied, copy } = useCopy()
  const done = copied === text
  return (
    <span className="copy" role="status">
      <Button small tone="quiet" {...(label && !done ? { label } : {})} onPress={() => copy(text)}>
        {done ? <Icon name="check" size={14} /> : null}
        {done ? CANDIDATE.copied : (children ?? CANDIDATE.copy)}
      </Button>
    </span>
  )
}
