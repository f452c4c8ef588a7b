import type { ReactNode } from 'react'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { ACTS } from '../../text/screens/request-acts.ts'

type ActDialogProps = {
  title: string
  /** What is still to choose before it can be done; null when nothing is. */
  why: string | null
  /** What follows, said beside the button once nothing is in the way. */
  consequence: ReactNode
  submit: string
  onSubmit: () => Promise<void>
  onClose: () => void
  children: ReactNode
}

/** An act on a request that needs something more to be said: what follows stands beside the button that does it. */
export function ActDialog({ title, why, consequence, submit, onSubmit, onClose, children }: ActDialogProps) {
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
    <Dialog title={title} onClose={onClose} footer={footer}>
      {children}
    </Dialog>
  )
}
