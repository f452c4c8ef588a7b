import { createContext, useContext, useEffect } from 'react'
import type { HelpPage } from '../../text/screens/help.ts'

/** What F1 opens before there is any screen: the PC is being enrolled, or nobody has sat down. */
export const FIRST_STEPS: HelpPage = 'premier-demarrage'

/** A page of the guide, and where in it: the id of a heading, or its beginning. */
export type HelpPlace = { page: HelpPage; heading: string | null }

type Help = {
  open: (page: HelpPage) => void
  /** Opens the page of where the person is: what F1 does. */
  openHere: () => void
  /** Says which page F1 opens while nothing nearer has one. */
  setHere: (page: HelpPage) => void
}

export const HelpContext = createContext<Help>({ open: () => {}, openHere: () => {}, setHere: () => {} })

/** The help of the whole window. */
export function useHelp(): Help {
  return useContext(HelpContext)
}

/** The page that F1 opens while this is shown and nothing nearer has its own. */
export function useHelpHere(page: HelpPage): void {
  const { setHere } = useHelp()
  useEffect(() => {
    setHere(page)
    return () => setHere(FIRST_STEPS)
  }, [setHere, page])
}
