import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

/** Time enough to read two lines, in milliseconds. */
const READ_FOR = 7000
/** Between the control and the words, and between the words and the edge of the window, in CSS pixels. */
const GAP = 6

type WhyTipProps = { anchor: RefObject<HTMLElement | null>; onClose: () => void; children: string }

/**
 * Why nothing happened, beside the control that was just pressed. For the eye: the reason is also the description of the control, which
 * was read out when it got the focus. In the top layer: no table or dialog cuts it.
 */
export function WhyTip({ anchor, onClose, children }: WhyTipProps) {
  const tip = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!tip.current || !anchor.current) return
    tip.current.showPopover()
    const { left, width, top, bottom } = anchor.current.getBoundingClientRect()
    const own = tip.current.getBoundingClientRect()
    const x = Math.max(GAP, Math.min(left + (width - own.width) / 2, window.innerWidth - own.width - GAP))
    const below = bottom + GAP
    const y = below + own.height + GAP > window.innerHeight ? top - GAP - own.height : below
    tip.current.style.left = `${x}px`
    tip.current.style.top = `${y}px`
  }, [anchor])
  useEffect(() => {
    const timer = setTimeout(onClose, READ_FOR)
    // What it stands beside moves away from under it.
    window.addEventListener('scroll', onClose, true)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('scroll', onClose, true)
    }
  }, [onClose])
  return (
    <div className="why-tip" role="tooltip" popover="manual" ref={tip}>
      {children}
    </div>
  )
}
