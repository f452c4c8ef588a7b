import { type RefObject, useEffect, useRef } from 'react'

/** How far ahead of the eye the next lines are asked for, in CSS pixels. */
const AHEAD = 1200

type ReadOnProps = {
  scroller: RefObject<HTMLElement | null>
  readMore: () => Promise<void>
  /** Changes with each page read: the end of a short one may still be in sight, and then calls for the next. */
  reached: number | string
  children: React.ReactNode
}

/** The end of a list that is not all here: coming near it asks for what follows. */
export function ReadOn({ scroller, readMore, reached, children }: ReadOnProps) {
  const mark = useRef<HTMLParagraphElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page must be looked at anew
  useEffect(() => {
    if (!mark.current) return
    const observer = new IntersectionObserver(([seen]) => seen?.isIntersecting && void readMore(), {
      root: scroller.current,
      rootMargin: `${AHEAD}px 0px`,
    })
    observer.observe(mark.current)
    return () => observer.disconnect()
  }, [scroller, readMore, reached])
  return (
    <p className="read-on muted" ref={mark}>
      {children}
    </p>
  )
}
