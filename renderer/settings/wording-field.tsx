import { useId } from 'react'
import { bracedName, PLACEHOLDERS, type Placeholder, type WordingKind } from '../../domain/placeholders.ts'
import type { WordingFault } from '../../domain/read-wording.ts'
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
            {fault.nearest === null ? null : <Mend fault={fault} nearest={fault.nearest} put={put} />}
          </li>
        ))}
      </ul>
    </div>
  )
}

type MendProps = {
  fault: WordingFault
  nearest: Placeholder
  put: (from: number, to: number, words: string) => void
}

function Mend({ fault: { instead }, nearest, put }: MendProps) {
  return (
    <Button small onPress={() => put(instead.from, instead.to, bracedName(nearest))}>
      {WORDINGS.mend(nearest)}
    </Button>
  )
}
