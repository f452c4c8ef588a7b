import type { ReactNode } from 'react'
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'

type PopoverButtonProps = {
  title: string
  /** The words of the button. */
  words: ReactNode
  isOpen: boolean
  setOpen: (open: boolean) => void
  small?: boolean
  /** The shortcut that opens it too, as `aria-keyshortcuts` says it. */
  keys?: string
  children: ReactNode
}

/** A button that opens a small panel beside it; Échap or a click elsewhere closes it, the focus comes back to the button. */
export function PopoverButton({ title, words, isOpen, setOpen, small, keys, children }: PopoverButtonProps) {
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className={small ? 'btn small plain' : 'btn plain'} aria-keyshortcuts={keys}>
        {words}
      </Button>
      <Popover className="panel" placement="bottom end">
        <Dialog className="panel-body">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
