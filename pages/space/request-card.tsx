import type { MyRequest } from '../../contract/candidate-pages.ts'
import { isLive, isToPay } from '../../domain/entry.ts'
import { MODIFY } from '../../text/pages/modify.ts'
import { SPACE } from '../../text/pages/space.ts'
import { sayMoment } from '../../text/pages/windows.ts'
import { PageLink } from '../frame/page-link.tsx'
import { EntryCard } from './entry-card.tsx'

/** One request: its exams and where each stands, the centre that it went to, and how to pay there. */
export function RequestCard({ request, asOf }: { request: MyRequest; asOf: string }) {
  const { centre, entries, sessionLabel, receivedAt, version, modifiedAt, modifiableUntil } = request
  const title = `request-${request.id}`
  const codes = entries.map(({ examCode }) => examCode)
  return (
    <article className="card request" aria-labelledby={title}>
      <header className="pad">
        <h3 id={title}>
          {SPACE.codes(codes)}, {sessionLabel}, {centre.name}
        </h3>
        <p className="muted">{SPACE.received(sayMoment(receivedAt, centre))}</p>
        {modifiedAt ? <p className="muted">{MODIFY.version(version, sayMoment(modifiedAt, centre))}</p> : null}
        {modifiableUntil ? (
          <p className="ways start">
            <PageLink
              look="button"
              to={`/espace?modifier=${encodeURIComponent(request.id)}`}
              label={MODIFY.openLabel(codes)}
            >
              {MODIFY.open}
            </PageLink>
          </p>
        ) : null}
      </header>
      {entries.map((entry) => (
        <EntryCard
          key={entry.id}
          entry={entry}
          requestTitle={title}
          sessionId={request.sessionId}
          centre={centre}
          asOf={asOf}
        />
      ))}
      <footer className="pad stack">
        <dl className="facts-list">
          <div>
            <dt>{SPACE.centre}</dt>
            <dd>{centre.name}</dd>
            {centre.addressLines.map((line) => (
              <dd key={line}>{line}</dd>
            ))}
            {centre.phone ? (
              <dd>
                <a className="page-link" href={`tel:${centre.phone.replace(/[^+\d]/g, '')}`}>
                  {centre.phone}
                </a>
              </dd>
            ) : null}
            {centre.email ? (
              <dd>
                <a className="page-link" href={`mailto:${encodeURIComponent(centre.email).replace('%40', '@')}`}>
                  {centre.email}
                </a>
              </dd>
            ) : null}
          </div>
          {centre.paymentTerms.trim() === '' || !entries.some(isToPay) ? null : (
            <div>
              <dt>{SPACE.terms}</dt>
              <dd className="as-written">{centre.paymentTerms}</dd>
            </div>
          )}
        </dl>
        {entries.some(({ status }) => isLive(status)) ? (
          <p>
            <PageLink to={`/espace?ajout=${encodeURIComponent(request.id)}`}>{SPACE.add}</PageLink>
          </p>
        ) : null}
      </footer>
    </article>
  )
}
