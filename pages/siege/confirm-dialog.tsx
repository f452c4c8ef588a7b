import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { STAFF } from '../../text/pages/siege.ts'

type ConfirmDialogProps = {
  title: string
  /** What it does, and what it does not. */
  lines: readonly string[]
  confirm: string
  danger?: boolean
  busy: boolean
  onConfirm: () => void
  onClose: () => void
}

/** What is about to be done is said before it is done. */
export function ConfirmDialog({ title, lines, confirm, danger, busy, onConfirm, onClose }: ConfirmDialogProps) {
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{STAFF.cancel}</Button>
          <Button tone={danger ? 'danger' : 'primary'} busy={busy} onPress={onConfirm}>
            {busy ? STAFF.working : confirm}
          </Button>
        </>
      }
    >
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Dialog>
  )
}
