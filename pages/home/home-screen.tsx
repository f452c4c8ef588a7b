import { formatDayLong } from '../../text/format.ts'
import { HOME } from '../../text/pages/home.ts'
import { STEP_EXAMS } from '../../text/pages/register.ts'
import { sayExamWindow, sayWindow } from '../../text/pages/windows.ts'
import { PageLink } from '../frame/page-link.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Awaited } from '../frame/trouble.tsx'
import { useHqNow } from '../hq-clock.ts'
import { useCatalogue } from '../queries.ts'
import { byFamily, sameWindow } from '../register/exam-families.ts'
import { readDraft } from '../register/kept-draft.ts'
import type { CatalogueSession } from '../register/known.ts'

/** What this site is for, the two ways in, and which sessions are open until when. */
export function HomeScreen() {
  const catalogue = useCatalogue()
  const started = readDraft(window.localStorage) !== null
  return (
    <div className="home">
      <section className="stack">
        <PageTitle said={HOME.title}>{HOME.title}</PageTitle>
        <p className="lead">{HOME.intro}</p>
        <div className="ways start">
          <PageLink to="/inscription" look="primary">
            {started ? HOME.resume : HOME.register}
          </PageLink>
          <PageLink to="/connexion" look="button">
            {HOME.signIn}
          </PageLink>
        </div>
        {started ? <p className="muted">{HOME.resumeText}</p> : null}
        <p className="muted">
          {HOME.signInText} <PageLink to="/oubli">{HOME.lost}</PageLink>
        </p>
      </section>
      <section className="stack" aria-labelledby="sessions-title">
        <h2 id="sessions-title">{HOME.sessions}</h2>
        {catalogue.data ? (
          <Sessions sessions={catalogue.data.sessions} asOf={catalogue.data.now} />
        ) : (
          <Awaited error={catalogue.error} retry={() => void catalogue.refetch()} />
        )}
      </section>
      <section className="stack" aria-labelledby="how-title">
        <h2 id="how-title">{HOME.how}</h2>
        <ol className="numbered">
          {HOME.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
    </div>
  )
}

function Sessions({ sessions, asOf }: { sessions: readonly CatalogueSession[]; asOf: string }) {
  const now = useHqNow(asOf)
  if (sessions.length === 0) return <p>{HOME.noSession}</p>
  return sessions.map(({ id, label, startsOn, endsOn, exams }) => {
    const common = sameWindow(exams)
    return (
      <article key={id} className="card pad stack">
        <h3>{label}</h3>
        <p className="muted">{HOME.dates(formatDayLong(startsOn), formatDayLong(endsOn))}</p>
        {common ? <p className="window">{sayWindow(common, now)}</p> : null}
        <dl className="families">
          {byFamily(exams).map(([family, some]) => (
            <div key={family}>
              <dt>{STEP_EXAMS.family(family)}</dt>
              {some.map((exam) => (
                <dd key={exam.id}>
                  <b>{exam.code}</b> {exam.label}
                  {common ? null : <span className="sub">{sayExamWindow(exam, now) ?? sayWindow(exam, now)}</span>}
                </dd>
              ))}
            </div>
          ))}
        </dl>
      </article>
    )
  })
}
