import type { MyRequest } from '../../contract/candidate-pages.ts'
import type { ChangedPart } from '../../domain/modification.ts'
import { Button } from '../../kit/button.tsx'
import { sayValue, sayWhatChanged, wordsOfChange } from '../../text/changes-of-request.ts'
import { MODIFY } from '../../text/pages/modify.ts'
import type { Failure } from '../api.ts'
import { Form, SubmitButton } from '../form/form.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Trouble } from '../frame/trouble.tsx'

type ModifySummaryProps = {
  request: MyRequest
  parts: readonly ChangedPart[]
  failure: Failure | null
  busy: boolean
  edit: () => void
  send: () => void
  leave: () => void
}

/** What changes, before and after, in the words that the centre will read; the only place from which it is sent. */
export function ModifySummary({ request, parts, failure, busy, edit, send, leave }: ModifySummaryProps) {
  const { entries, version } = request
  const choices = entries.flatMap((entry) => [
    ...entry.choices,
    ...(entry.offeringId === null ? [] : [{ offeringId: entry.offeringId, softwareNames: entry.softwareNames }]),
  ])
  const softwareOf = (id: string) => choices.find(({ offeringId }) => offeringId === id)?.softwareNames ?? []
  const codeOf = (examId: string | null) => entries.find((entry) => entry.examId === examId)?.examCode ?? null
  return (
    <>
      <PageTitle said={MODIFY.summary}>{MODIFY.summary}</PageTitle>
      <p>{parts.length > 0 ? MODIFY.summaryText(version + 1) : MODIFY.nothing}</p>
      {failure ? <Trouble failure={failure} /> : null}
      {parts.map((part) => {
        const { what, examId, before, after } = wordsOfChange(part, softwareOf)
        const title = sayWhatChanged(what, codeOf(examId))
        return (
          <section key={title} className="card pad change" aria-label={title}>
            <h2>{title}</h2>
            <dl>
              <dt>{MODIFY.before}</dt>
              <dd className="muted">{sayValue(before)}</dd>
              <dt>{MODIFY.after}</dt>
              <dd>{sayValue(after)}</dd>
            </dl>
          </section>
        )
      })}
      <Form onSubmit={parts.length > 0 ? send : leave}>
        <div className="ways">
          <Button onPress={edit}>{MODIFY.edit}</Button>
          {parts.length > 0 ? (
            <SubmitButton busy={busy}>{busy ? MODIFY.sending : MODIFY.send}</SubmitButton>
          ) : (
            <SubmitButton>{MODIFY.back}</SubmitButton>
          )}
        </div>
      </Form>
    </>
  )
}
