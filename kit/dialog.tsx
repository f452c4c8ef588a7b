import type { FormEvent, ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'

type DialogProps = {
  title: string
  onClose: () => void
  children: ReactNode
  footer: ReactNode
  /** Beside the title: the way to what explains it. */
  help?: ReactNode
  /** What « Entrée » does in a field of one line: the same as the button that the dialog is there for. */
  onEnter?: () => void
  /** Two things side by side: what is chosen, and what comes of it. */
  wide?: boolean
}

/** A modal dialog: Échap or a click beside it closes it, the focus comes back to where it was. */
export function Dialog({ title, onClose, children, footer, help, onEnter, wide }: DialogProps) {
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className={wide ? 'modal wide' : 'modal'}>
        <AriaDialog className="dialog">
          <header>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {help}
          </header>
          {onEnter ? <BodyForm onEnter={onEnter}>{children}</BodyForm> : <div className="body">{children}</div>}
          <footer>{footer}</footer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

function BodyForm({ onEnter, children }: { onEnter: () => void; children: ReactNode }) {
  const send = (event: FormEvent) => {
    event.preventDefault()
    // A browser sends from a box or a choice too: there, « Entrée » is more often a slip.
    const from = document.activeElement
    if (from instanceof HTMLInputElement && (from.type === 'checkbox' || from.type === 'radio')) return
    onEnter()
  }
  return (
    <form className="body" noValidate onSubmit={send}>
      {children}
      {/* Of several fields, a browser only sends a form that has such a button; the one that is seen stands in the footer. */}
      <input type="submit" hidden />
    </form>
  )
}
