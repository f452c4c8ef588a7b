import { type ReactNode, useEffect, useRef } from 'react'
import { PAGES } from '../../text/pages/frame.ts'

let firstPage = true

/** The title of a screen. Arriving at it from another screen moves the focus here, so that it is read and the keyboard starts here. */
export function PageTitle({ children, said }: { children: ReactNode; said: string }) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = PAGES.title(said)
    // The browser reads a page that has just been loaded by itself.
    if (!firstPage) {
      window.scrollTo(0, 0)
      title.current?.focus({ preventScroll: true })
    }
    firstPage = false
  }, [said])
  return (
    <h1 ref={title} tabIndex={-1}>
      {children}
    </h1>
  )
}
