import { createContext } from 'react'

/** Whether something lies over the whole screen: what is below keeps its place and its words, and none of its keys run. */
export const CoveredContext = createContext(false)
