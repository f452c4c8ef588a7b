import type { ReactNode } from 'react'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import type { HelpPage } from '../../text/screens/help.ts'
import { ACTS } from '../../text/screens/request-acts.ts'
import { HelpButton } from '../help/help-button.tsx'

type ActDialogProps = {
  title: string
  /** The page of the guide that tells when and why. */
  help: HelpPage
  /** What is still to choose before it can be done; null when nothing is. */
  why: string | null
  /** What follows, said beside the button once nothing is in the way. */
  consequence: ReactNode
  submit: string
  onSubmit: () => Promise<void>
  onClose: () => void
  children: ReactNode
  /** What is chosen and what comes of it stand side by side. */
  wide?: boolean
}

/** An act on a request that needs something more to be said: what follows stands beside the button that does it. */
export function ActDialog({
  title,
  help,
  why,
  consequence,
  submit,
  onSubmit,
  onClose,
  children,
  wide = false,
}: ActDialogProps) {
  const footer = (
    <>
      <p>{why ?? consequence}</p>
      <Button onPress={onClose}>{ACTS.cancel}</Button>
      <Button tone="primary" onPress={() => void onSubmit()} reason={why}>
        {submit}
      </Button>
    </>
  )
  return (
    <Dialog title={title} help={<HelpButton page={help} />} onClose={onClose} footer={footer} wide={wide}>
      {children}
    </Dialog>
  )
}
