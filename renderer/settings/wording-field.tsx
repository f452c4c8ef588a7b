import { useId } from 'react'
import {
  bracedName,
  PLACEHOLDERS,
  type Placeholder,
  type WordingFault,
  type WordingKind,
} from '../../domain/wording.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/fields.tsx'
import { Icon } from '../../kit/icons.tsx'
import { MenuButton } from '../../kit/menu-button.tsx'
import { WORDINGS } from '../../text/screens/wordings.ts'

type WordingFieldProps = {
  kind: WordingKind
  text: string
  faults: readonly WordingFault[]
  tooLong: boolean
  onChange: (text: string) => void
}

/** A text with placeholders: they are put in at the caret from a menu, and what cannot be filled is told as it is typed, with its remedy. */
export function WordingField({ kind, text, faults, tooLong, onChange }: WordingFieldProps) {
  const id = useId()
  const area = () => document.querySelector<HTMLTextAreaElement>(`[id="${id}"] textarea, textarea[id="${id}"]`)
  const put = (from: number, to: number, words: string) => {
    onChange(text.slice(0, from) + words + text.slice(to))
    // Once the menu has given the keyboard back and the text is drawn: one goes on typing after what was put in.
    setTimeout(() => {
      area()?.focus()
      area()?.setSelectionRange(from + words.length, from + words.length)
    })
  }
  const insert = (placeholder: Placeholder) => {
    const { selectionStart, selectionEnd } = area() ?? { selectionStart: text.length, selectionEnd: text.length }
    put(selectionStart, selectionEnd, bracedName(placeholder))
  }
  return (
    <div className="wording">
      <div className="wording-tools">
        <MenuButton
          label={WORDINGS.insertLabel}
          items={PLACEHOLDERS[kind].map((value) => ({ value, label: WORDINGS.placeholder(value) }))}
          onChoose={insert}
        >
          <Icon name="plus" size={14} /> {WORDINGS.insert}
        </MenuButton>
        <span className="hint">{WORDINGS.length(text.length)}</span>
      </div>
      <TextField
        id={id}
        lines
        label={WORDINGS.label}
        hint={text.trim() === '' ? WORDINGS.empty : WORDINGS.where[kind]}
        value={text}
        onChange={onChange}
        error={tooLong ? WORDINGS.tooLong : faults.length > 0 ? WORDINGS.faults : null}
      />
      <ul className="wording-faults" aria-live="polite" aria-label={WORDINGS.faults}>
        {faults.map((fault) => (
          <li key={fault.from}>
            <span>{WORDINGS.fault(fault, kind)}</span>
            {fault.nearest === null ? null : (
              <Button small onPress={() => mend(fault, fault.nearest, text, put)}>
                {WORDINGS.mend(fault.nearest)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Of a lone brace, the words beside it that are the placeholder's name go with it. */
function mend(
  { what, from, to, typed }: WordingFault,
  nearest: Placeholder | null,
  text: string,
  put: (from: number, to: number, words: string) => void,
): void {
  if (nearest === null) return
  const words = bracedName(nearest)
  const name = words.slice(1, -1)
  if (what === 'unclosed' && typed.startsWith(name)) put(from, text.indexOf(typed, from) + name.length, words)
  else if (what === 'unopened' && typed.endsWith(name)) put(text.lastIndexOf(name, from), to, words)
  else put(from, to, words)
}
