import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type HelpPage, isHelpPage } from '../../text/screens/help.ts'
import { FIRST_STEPS, HelpContext } from './help-context.ts'

// The guide is some 100 kB of words that most days nobody asks for: a file of its own, read from the disk at the first (?).
const HelpSheet = lazy(async () => ({ default: (await import('./help-sheet.tsx')).HelpSheet }))

/** Gives the window its help: F1 and every (?) open it, over whatever is there. */
export function HelpProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<HelpPage | null>(null)
  const here = useRef(FIRST_STEPS)
  const open = useCallback((page: HelpPage) => setShown(page), [])
  const openHere = useCallback(() => setShown(nearestPage() ?? here.current), [])
  const setHere = useCallback((page: HelpPage) => {
    here.current = page
  }, [])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F1' || event.ctrlKey || event.altKey || event.shiftKey || event.metaKey) return
      event.preventDefault()
      setShown((page) => page ?? nearestPage() ?? here.current)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  const help = useMemo(() => ({ open, openHere, setHere }), [open, openHere, setHere])
  return (
    <HelpContext value={help}>
      {children}
      {shown ? (
        <Suspense>
          <HelpSheet page={shown} onClose={() => setShown(null)} />
        </Suspense>
      ) : null}
    </HelpContext>
  )
}

/** In a dialog or an open file, the page of the first (?) found in it. */
function nearestPage(): HelpPage | null {
  const part = document.activeElement?.closest('[role="dialog"], aside')
  const page = part?.querySelector<HTMLElement>('[data-help]')?.dataset.help
  return page !== undefined && isHelpPage(page) ? page : null
}
