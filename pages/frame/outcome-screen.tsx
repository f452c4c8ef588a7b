import { PageLink } from './page-link.tsx'
import { PageTitle } from './page-title.tsx'

/** What became of it, and where to go from there. */
export type Outcome = { title: string; text: string; to: string; link: string }

/** `said`: the title of the browser's window, when it is not the screen's. */
export function OutcomeScreen({ title, text, to, link, said = title }: Outcome & { said?: string }) {
  return (
    <div className="narrow stack">
      <PageTitle said={said}>{title}</PageTitle>
      <p className="lead">{text}</p>
      <div className="ways start">
        <PageLink to={to} look="primary">
          {link}
        </PageLink>
      </div>
    </div>
  )
}
