import { type ReactNode, useState } from 'react'
import { type PaperToPrint, PrintContext } from './print-context.ts'
import { PrintDialog } from './print-dialog.tsx'

/** Gives the window its « Imprimer… », over whatever is there: what asked for it may be a message that goes. */
export function PrintProvider({ children }: { children: ReactNode }) {
  const [paper, setPaper] = useState<PaperToPrint | null>(null)
  return (
    <PrintContext value={setPaper}>
      {children}
      {paper ? <PrintDialog key={paper.id} paper={paper} onClose={() => setPaper(null)} /> : null}
    </PrintContext>
  )
}
