import type { ReactNode } from 'react'

/** A form sent by its button or by the Enter key; what is wrong is said by us, not by the browser's bubbles. */
export function Form({ onSubmit, children }: { onSubmit: () => void; children: ReactNode }) {
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
    </form>
  )
}

/** The button of a form: Enter in a field presses it too. */
export function SubmitButton({ children, busy }: { children: ReactNode; busy?: boolean }) {
  return (
    <button type="submit" className="btn primary" aria-disabled={busy || undefined} aria-busy={busy || undefined}>
      {children}
    </button>
  )
}
