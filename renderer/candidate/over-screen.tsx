import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Screen } from '../frame/office.tsx'
import { CoveredContext } from '../shortcuts/covered.ts'
import { NearestCandidateKey } from './candidate-link.tsx'
import { CandidatePage } from './candidate-page.tsx'

/**
 * Milliseconds. For this every row of a long list is styled anew: once the page over it is there, which hides it and has the focus, not while
 * somebody waits for that page.
 */
const OUT_OF_REACH_AFTER = 150

type OverScreenProps = {
  /** Whose page is open. */
  candidate: string | null
  screen: Screen
  close: () => void
  children: ReactNode
}

/**
 * A candidate's page over the screen one is at. The screen stays drawn below, out of reach: going back finds its scroll, its selection
 * and the line that had the focus as they were left.
 */
export function OverScreen({ candidate, screen, close, children }: OverScreenProps) {
  const left = useRef<HTMLElement | null>(null)
  const below = useRef<HTMLDivElement>(null)
  const covered = candidate !== null
  const isCovered = useRef(covered)
  const [outOfReach, setOutOfReach] = useState(false)
  useEffect(() => {
    const screenBelow = below.current
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement) left.current = target
    }
    screenBelow?.addEventListener('focusin', onFocus)
    return () => screenBelow?.removeEventListener('focusin', onFocus)
  }, [])
  useLayoutEffect(() => {
    const wasCovered = isCovered.current
    isCovered.current = covered
    if (!wasCovered || covered) return
    const place = left.current?.isConnected ? left.current : document.getElementById('content')
    place?.focus({ preventScroll: true })
  }, [covered])
  useEffect(() => {
    if (!covered) return
    const later = setTimeout(() => setOutOfReach(true), OUT_OF_REACH_AFTER)
    return () => {
      clearTimeout(later)
      setOutOfReach(false)
    }
  }, [covered])
  return (
    <>
      <CoveredContext value={isCovered}>
        <div className="behind" inert={covered && outOfReach} ref={below}>
          <NearestCandidateKey />
          {children}
        </div>
      </CoveredContext>
      {candidate ? <CandidatePage candidateId={candidate} screen={screen} close={close} /> : null}
    </>
  )
}
