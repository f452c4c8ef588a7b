import { type ReactNode, useEffect, useRef } from 'react'
import type { Screen } from '../frame/office.tsx'
import { CoveredContext } from '../shortcuts/covered.ts'
import { NearestCandidateKey } from './candidate-link.tsx'
import { CandidatePage } from './candidate-page.tsx'

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
  const wasCovered = useRef(covered)
  useEffect(() => {
    const screenBelow = below.current
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement) left.current = target
    }
    screenBelow?.addEventListener('focusin', onFocus)
    return () => screenBelow?.removeEventListener('focusin', onFocus)
  }, [])
  useEffect(() => {
    if (wasCovered.current && !covered) {
      const place = left.current?.isConnected ? left.current : document.getElementById('content')
      place?.focus({ preventScroll: true })
    }
    wasCovered.current = covered
  }, [covered])
  return (
    <>
      <CoveredContext value={covered}>
        <div className="behind" inert={covered} ref={below}>
          <NearestCandidateKey />
          {children}
        </div>
      </CoveredContext>
      {candidate ? <CandidatePage candidateId={candidate} screen={screen} close={close} /> : null}
    </>
  )
}
