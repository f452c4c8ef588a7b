import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'

type DialogProps = {
  title: string
  onClose: () => void
  children: ReactNode
  footer: ReactNode
  /** Beside the title: the way to what explains it. */
  help?: ReactNode
  /** Two things side by side: what is chosen, and what comes of it. */
  wide?: boolean
}

/** A modal dialog: Échap or a click beside it closes it, the focus comes back to where it was. */
export function Dialog({ title, onClose, children, footer, help, wide }: DialogProps) {
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
          <div className="body">{children}</div>
          <footer>{footer}</footer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
