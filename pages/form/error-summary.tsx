import { useEffect, useRef } from 'react'
import { Icon } from '../../kit/icons.tsx'
import { PAGES } from '../../text/pages/frame.ts'
import { fieldId, focusField } from './focus-field.ts'

export type SaidFault = { field: string; sentence: string }

type ErrorSummaryProps = {
  faults: readonly SaidFault[]
  /** Changes each time the form is sent with faults in it: the focus comes back here. */
  tries: number
}

/** What must be corrected, on top of the form, each point leading to its field. */
export function ErrorSummary({ faults, tries }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (tries > 0) box.current?.focus()
  }, [tries])
  if (faults.length === 0) return null
  return (
    <div ref={box} className="errors" tabIndex={-1} role="alert" aria-labelledby="errors-title">
      <h2 id="errors-title">
        <Icon name="alert" />
        {PAGES.errors(faults.length)}
      </h2>
      <ul>
        {faults.map(({ field, sentence }) => (
          <li key={`${field} ${sentence}`}>
            <a
              href={`#${fieldId(field)}`}
              onClick={(event) => {
                event.preventDefault()
                focusField(field)
              }}
            >
              {sentence}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
