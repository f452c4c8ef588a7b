import { type MouseEvent, useEffect, useRef } from 'react'
import type { GuidePage } from '../../text/guide-page.ts'
import { isHelpPage } from '../../text/screens/help.ts'
import type { HelpPlace } from './help-context.ts'

type GuideArticleProps = { page: GuidePage; heading: string | null; go: (place: HelpPlace) => void }

/** One page of the guide. It takes the keyboard, so that the arrows scroll it and a screen reader begins with its title. */
export function GuideArticle({ page, heading, go }: GuideArticleProps) {
  const article = useRef<HTMLElement>(null)
  useEffect(() => {
    article.current?.focus({ preventScroll: true })
    if (heading === null) return
    const target = document.getElementById(`guide-${heading}`)
    if (!target) return
    target.tabIndex = -1
    target.focus({ preventScroll: true })
    target.scrollIntoView({ block: 'start' })
  }, [heading])
  // Followed here: the window itself never goes anywhere (main/security.ts).
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-page]') : null
    if (!link) return
    event.preventDefault()
    const { page: slug, heading: to } = link.dataset
    if (slug !== undefined && isHelpPage(slug)) go({ page: slug, heading: to ?? null })
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a link pressed by Entrée is a click too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <article ref={article} tabIndex={0} aria-labelledby="guide-page-title" onClick={follow} onAuxClick={follow}>
      <h2 id="guide-page-title">{page.title}</h2>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: written by the build alone, out of docs/guide (scripts/tools/guide.ts
          refuses HTML in it, images and addresses): nothing that anybody typed, nor any row, ever comes here. */}
      <div className="guide" dangerouslySetInnerHTML={{ __html: page.html }} />
    </article>
  )
}
