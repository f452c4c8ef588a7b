import { PAGES } from '../../text/pages/frame.ts'
import { PageLink } from './page-link.tsx'
import { PageTitle } from './page-title.tsx'

export function UnknownPage() {
  return (
    <div className="narrow stack">
      <PageTitle said={PAGES.notKnown}>{PAGES.notKnown}</PageTitle>
      <p>{PAGES.notKnownText}</p>
      <PageLink to="/">{PAGES.home}</PageLink>
    </div>
  )
}
