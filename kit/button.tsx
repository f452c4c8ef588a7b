import { type ReactNode, useCallback, useId, useRef, useState } from 'react'
import { Icon, type IconName } from './icons.tsx'
import { WhyTip } from './why-tip.tsx'

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
  /** The shortcut that does the same, as `aria-keyshortcuts` says it. */
  keys?: string
  /** Has the focus as soon as it is there: Entrée answers the question that was just asked. */
  autoFocus?: boolean
}

/** A button that, greyed, says why: to who hovers it, to who reads by ear, and, beside it, to who presses it all the same. */
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
  keys,
  autoFocus = false,
}: ButtonProps) {
  const reasonId = useId()
  const anchor = useRef<HTMLButtonElement>(null)
  const [pressed, setPressed] = useState(false)
  const hush = useCallback(() => setPressed(false), [])
  return (
    <>
      <button
        ref={anchor}
        type={submit ? 'submit' : 'button'}
        className={`btn ${tone}${small ? ' small' : ''}`}
        aria-label={busy ? undefined : label}
        aria-busy={busy || undefined}
        aria-disabled={reason || busy ? true : undefined}
        aria-describedby={reason ? reasonId : undefined}
        aria-expanded={expanded}
        aria-keyshortcuts={keys}
        // biome-ignore lint/a11y/noAutofocus: of a dialog that asks one question, the answer
        autoFocus={autoFocus}
        title={reason ?? undefined}
        onClick={(event) => {
          if (submit) event.preventDefault()
          if (reason) setPressed(true)
          else if (!busy) onPress()
        }}
        onBlur={hush}
      >
        {children}
      </button>
      {reason ? (
        <span id={reasonId} hidden>
          {reason}
        </span>
      ) : null}
      {reason && pressed ? (
        <WhyTip anchor={anchor} onClose={hush}>
          {reason}
        </WhyTip>
      ) : null}
    </>
  )
}

type IconButtonProps = {
  icon: IconName
  label: string
  onPress: () => void
  /** Beside words, where it must not make the line higher. */
  small?: boolean
  /** There is nothing it could do now, which needs no sentence: the first page has none before it. */
  idle?: boolean
}

/** A button of one icon; its name is read out and shown as a tooltip. */
export function IconButton({ icon, label, onPress, small, idle }: IconButtonProps) {
  return (
    <button
      type="button"
      className={small ? 'icon-btn small' : 'icon-btn'}
      aria-label={label}
      aria-disabled={idle || undefined}
      title={label}
      onClick={() => {
        if (!idle) onPress()
      }}
    >
      <Icon name={icon} size={small ? 15 : 16} />
    </button>
  )
}
