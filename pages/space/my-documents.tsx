import type { MeAnswer, MyDocument } from '../../contract/candidate-pages.ts'
import { DOCUMENTS, SPACE } from '../../text/pages/space.ts'
import { sayMade } from '../../text/papers/confirmation.ts'

/** The papers that are there for the candidate: each opens beside this page, or is kept on the device. */
export function MyDocuments({ me: { documents, requests } }: { me: MeAnswer }) {
  return (
    <section className="card pad stack" aria-labelledby="documents-title">
      <h2 id="documents-title">{DOCUMENTS.title}</h2>
      {documents.length === 0 ? (
        <p className="muted">{DOCUMENTS.none}</p>
      ) : (
        <ul className="documents">
          {documents.map((document) => (
            <DocumentLine
              key={`${document.requestId}/${document.version}`}
              document={document}
              request={requests.find(({ id }) => id === document.requestId)}
            />
          ))}
        </ul>
      )}
      {documents.length > 0 ? <p className="muted">{DOCUMENTS.later}</p> : null}
    </section>
  )
}

type DocumentLineProps = { document: MyDocument; request: MeAnswer['requests'][number] | undefined }

function DocumentLine({ document, request }: DocumentLineProps) {
  const { requestId, version, madeAt, sessionLabel, centreName } = document
  const address = `/api/me/documents/${encodeURIComponent(requestId)}/${version}`
  const codes = request?.entries.map(({ examCode }) => examCode) ?? []
  const name = [DOCUMENTS.confirmation, ...codes, DOCUMENTS.about(sessionLabel, centreName)].join(', ')
  const said =
    madeAt && request ? DOCUMENTS.version(version, sayMade(madeAt, request.centre)) : DOCUMENTS.versionNow(version)
  return (
    <li>
      <strong>{DOCUMENTS.confirmation}</strong>
      {codes.length > 0 ? <span>{SPACE.codes(codes)}</span> : null}
      <span>{DOCUMENTS.about(sessionLabel, centreName)}</span>
      <span className="muted">{said}</span>
      <span className="document-ways">
        <a
          className="page-link"
          href={address}
          target="_blank"
          rel="noopener"
          aria-label={DOCUMENTS.openLabel(name, version)}
        >
          {DOCUMENTS.open}
        </a>
        <a className="page-link" href={address} download="" aria-label={DOCUMENTS.saveLabel(name, version)}>
          {DOCUMENTS.save}
        </a>
      </span>
    </li>
  )
}
