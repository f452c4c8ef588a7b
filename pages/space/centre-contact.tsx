import type { MyRequest } from '../../contract/candidate-pages.ts'
import { CHECK } from '../../text/pages/data-check.ts'

/** How a centre is reached: by telephone, by mail, and where it is. */
export function CentreContact({ centre }: { centre: MyRequest['centre'] }) {
  const { name, addressLines, phone, email } = centre
  const address = encodeURIComponent(email ?? '').replace('%40', '@')
  return (
    <dl className="facts-list">
      <div>
        <dt>{CHECK.address}</dt>
        <dd>{name}</dd>
        {addressLines.map((line) => (
          <dd key={line}>{line}</dd>
        ))}
      </div>
      {phone === null ? null : (
        <div>
          <dt>{CHECK.phone}</dt>
          <dd>
            <a className="page-link" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
              {phone}
            </a>
          </dd>
        </div>
      )}
      {email === null ? null : (
        <div>
          <dt>{CHECK.mail}</dt>
          <dd>{email}</dd>
          <dd>
            <a className="page-link" href={`mailto:${address}?subject=${encodeURIComponent(CHECK.subject)}`}>
              {CHECK.write}
            </a>
          </dd>
        </div>
      )}
    </dl>
  )
}
