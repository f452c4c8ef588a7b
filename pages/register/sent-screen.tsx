import { SENT } from '../../text/pages/register.ts'
import { PageLink } from '../frame/page-link.tsx'
import { PageTitle } from '../frame/page-title.tsx'

/** The request is kept at HQ until its address is confirmed: what to do now, and by when. */
export function SentScreen({ email, confirmBefore }: { email: string; confirmBefore: string }) {
  return (
    <div className="narrow stack">
      <PageTitle said={SENT.title}>{SENT.title}</PageTitle>
      <p className="lead">{SENT.text(email)}</p>
      <p>{SENT.before(confirmBefore)}</p>
      <p>{SENT.password}</p>
      <p>{SENT.notYet}</p>
      <h2>{SENT.noMailTitle}</h2>
      <ul className="bullets">
        {SENT.noMail.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>
        <PageLink to="/">{SENT.home}</PageLink>
      </p>
    </div>
  )
}
