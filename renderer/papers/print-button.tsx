import type { DocumentRow } from '../../contract/desk.ts'
import { Button } from '../../kit/button.tsx'
import { PAPERS } from '../../text/screens/papers.ts'
import { PRINTING } from '../../text/screens/printing.ts'
import { useAskPrinter } from './print-context.ts'

/** « Imprimer… » beside a stored paper. */
export function PrintButton({ paper }: { paper: DocumentRow }) {
  const ask = useAskPrinter()
  return (
    <Button
      small
      label={PRINTING.askOf(paper.title)}
      reason={paper.onDisk ? null : PAPERS.gone}
      onPress={() => ask(paper)}
    >
      {PRINTING.ask}
    </Button>
  )
}
