import { useEffect, useRef } from 'react'
import type { FoundCentre } from '../../contract/candidate-pages.ts'
import { Notice } from '../../kit/status-tag.tsx'
import { ADD } from '../../text/pages/space.ts'
import { type Wish, wishedOfferings } from './wish.ts'

/** What the link that led here has chosen, far below the top of the form: the page and the keyboard go there, once. */
export function WishedPlace({ centre, wish }: { centre: FoundCentre; wish: Wish }) {
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => {
    notice.current?.focus({ preventScroll: true })
    notice.current?.scrollIntoView({ block: 'start' })
  }, [])
  const names = [...new Set(wishedOfferings(centre, wish).flatMap(({ softwareNames }) => softwareNames))]
  return (
    <div tabIndex={-1} ref={notice}>
      <Notice tone="go" icon="check">
        {ADD.wished(centre.name, centre.town, names.length > 0 ? names.join(', ') : null)}
      </Notice>
    </div>
  )
}
