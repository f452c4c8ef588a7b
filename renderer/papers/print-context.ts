import { createContext, useContext } from 'react'
import type { DocumentRow } from '../../contract/desk.ts'

/** A stored paper, as far as a printer is concerned. */
export type PaperToPrint = Pick<DocumentRow, 'id' | 'kind' | 'title'>

export const PrintContext = createContext<(paper: PaperToPrint) => void>(() => {})

/** Asks on which printer of this PC a stored paper is to be printed. */
export function useAskPrinter(): (paper: PaperToPrint) => void {
  return useContext(PrintContext)
}
