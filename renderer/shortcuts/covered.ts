import { createContext, type RefObject } from 'react'

/**
 * Whether something lies over the whole screen: what is below keeps its place and its words, and none of its keys run. Asked when a key is
 * pressed, so that a screen is not drawn again for being covered.
 */
export const CoveredContext = createContext<Readonly<RefObject<boolean>>>({ current: false })
