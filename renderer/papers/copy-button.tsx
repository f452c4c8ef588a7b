import type { Input } from '../../contract/ipc.ts'
import { Button } from '../../kit/button.tsx'
import { PAPERS } from '../../text/screens/papers.ts'
import { useOpenDocument } from './open-document.ts'

type CopyButtonProps = { asked: Input<'document.open'>; of: string }

/** One more print of a paper with a number, that says DUPLICATA; « Ouvrir » shows the one that was made. */
export function CopyButton({ asked, of }: CopyButtonProps) {
  const { open, isOpening } = useOpenDocument()
  const making = isOpening(asked)
  return (
    <Button small tone="link" label={PAPERS.printCopyOf(of)} busy={making} onPress={() => void open(asked)}>
      {making ? PAPERS.making : PAPERS.printCopy}
    </Button>
  )
}
