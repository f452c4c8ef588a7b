import { Children, type MouseEvent, type ReactNode } from 'react'
import { Button } from '../../kit/button.tsx'
import { Icon } from '../../kit/icons.tsx'
import { TODAY } from '../../text/screens/today.ts'
import { KeyCaps } from '../shortcuts/key-caps.tsx'
import { type Act, lineId, useLine } from './use-lines.ts'

type LineProps = {
  /** Names it once in the whole screen. */
  id: string
  acts: readonly Act[]
  /** What its key does too, its button standing among the words. */
  more?: Act | undefined
  open: () => void
  /** Done with, and still there because a pointer is near. */
  gone?: boolean
  children: ReactNode
}

/** One thing that waits: what it is, and the buttons that deal with it, each with its key. A click beside them opens it. */
export function Line({ id, acts, more, open, gone = false, children }: LineProps) {
  const { isAt, reach } = useLine(id, { acts: more ? [...acts, more] : acts, open })
  const openIt = (event: MouseEvent) => {
    if ((event.target as Element).closest('button, a')) return
    if (document.getSelection()?.isCollapsed === false) return
    open()
  }
  return (
    <tr
      id={lineId(id)}
      className={`line${isAt && !gone ? ' at' : ''}${gone ? ' gone' : ''}`}
      tabIndex={isAt && !gone ? 0 : -1}
      inert={gone}
      onFocus={reach}
      onClick={openIt}
    >
      <td className="what">{children}</td>
      {gone || acts.length > 0 ? (
        <td className="acts">
          <div>
            {acts.map((act) => (
              <ActButton key={act.words} act={act} />
            ))}
          </div>
          {gone ? <Done /> : null}
        </td>
      ) : null}
    </tr>
  )
}

/** A button that names its key; in words, with whom it is about, to whoever does not see the line. */
export function ActButton({ act: { letter, words, about, reason, run }, tone }: { act: Act; tone?: 'link' }) {
  return (
    <Button small {...(tone ? { tone } : {})} reason={reason} onPress={run}>
      {words}
      <span className="visually-hidden"> {about}</span>
      {letter ? (
        <span aria-hidden="true">
          <KeyCaps keys={letter} />
        </span>
      ) : null}
    </Button>
  )
}

function Done() {
  return (
    <span className="done">
      <Icon name="check" size={14} />
      {TODAY.gone}
    </span>
  )
}

type SectionProps = {
  id: string
  title: string
  /** Beside the title: how many, how old. */
  aside?: string | null
  /** The way to all of them. */
  all?: { words: string; go: () => void } | null
  /** Below the lines. */
  foot?: ReactNode
  children: ReactNode
}

/** A card of lines under one title. */
export function Section({ id, title, aside, all, foot, children }: SectionProps) {
  return (
    <section className="card today-card" aria-labelledby={`today-${id}`}>
      <header>
        <h2 id={`today-${id}`}>{title}</h2>
        {aside ? <p className="sub">{aside}</p> : null}
        {all ? (
          <Button tone="link" small onPress={all.go}>
            {all.words}
            <span className="visually-hidden">
              {'\u00a0: '}
              {title}
            </span>
            <Icon name="next" size={12} />
          </Button>
        ) : null}
      </header>
      {Children.count(children) > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: one cursor walks its rows, as in a grid
        <table className="lines" role="grid" aria-labelledby={`today-${id}`}>
          <tbody>{children}</tbody>
        </table>
      ) : null}
      {foot ? <p className="foot">{foot}</p> : null}
    </section>
  )
}
