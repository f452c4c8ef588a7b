import { type ReactNode, useId } from 'react'
import { Icon, type IconName } from './icons.tsx'

type ButtonProps = {
  children: ReactNode
  onPress: () => void
  tone?: 'plain' | 'primary' | 'danger' | 'quiet' | 'link'
  small?: boolean
  /** Why it cannot be pressed. It stays reachable by keyboard, so that the reason can be read. */
  reason?: string | null | undefined
  /** When the visible words need more context for someone who cannot see around them. */
  label?: string
  submit?: boolean
  expanded?: boolean
  /** What was asked is under way: pressing again does nothing, and the words inside say so. */
  busy?: boolean | undefined
}

/** A button that, greyed, says why. */
export function Button({
  children,
  onPress,
  tone = 'plain',
  small,
  reason,
  label,
  submit,
  expanded,
  busy,
}: ButtonProps) {
  const reasonId = useId()
  return (
    <>
      <button
        type={submit ? 'submit' : 'button'}
        className={`btn ${tone}${small ? ' small' : ''}`}
        aria-label={busy ? undefined : label}
        aria-busy={busy || undefined}
        aria-disabled={reason || busy ? true : undefined}
        aria-describedby={reason ? reasonId : undefined}
        aria-expanded={expanded}
        title={reason ?? undefined}
        onClick={(event) => {
          if (submit) event.preventDefault()
          if (!reason && !busy) onPress()
        }}
      >
        {children}
      </button>
      {reason ? (
        <span id={reasonId} hidden>
          {reason}
        </span>
      ) : null}
    </>
  )
}

/** A button of one icon; its name is read out and shown as a tooltip. */
export function IconButton({ icon, label, onPress }: { icon: IconName; label: string; onPress: () => void }) {
  return (
    <button type="button" className="icon-btn" aria-label={label} title={label} onClick={onPress}>
      <Icon name={icon} />
    </button>
  )
}
