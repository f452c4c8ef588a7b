import { useState } from 'react'
import type { MeAnswer } from '../../contract/candidate-pages.ts'
import { isLive } from '../../domain/entry.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { formatDate } from '../../text/format.ts'
import { STEP_IDENTITY } from '../../text/pages/register.ts'
import { IDENTITY } from '../../text/pages/space.ts'
import { CentreContact } from './centre-contact.tsx'
import { sessionChecks } from './data-checks.ts'
import { IdentityCheck } from './identity-check.tsx'

/** Who the results will be for. Only the centre corrects it: the page says where to ask. */
export function MyIdentity({ me }: { me: MeAnswer }) {
  const [asking, setAsking] = useState(false)
  const { identity, email, login } = me
  const lines: [term: string, words: string][] = [
    [IDENTITY.birthName, identity.birthName],
    ...(identity.usageName === null ? [] : [[IDENTITY.usageName, identity.usageName] as [string, string]]),
    [IDENTITY.firstNames, identity.firstNames],
    [IDENTITY.sex, STEP_IDENTITY.sexes[identity.sex]],
    [IDENTITY.born, IDENTITY.bornAt(formatDate(identity.bornOn), identity.birthPlace, identity.birthCountry)],
    [IDENTITY.email, email],
    ...(login === email ? [] : [[IDENTITY.login, login] as [string, string]]),
  ]
  return (
    <section className="card pad stack" aria-labelledby="identity-title">
      <h2 id="identity-title">{IDENTITY.title}</h2>
      <dl className="facts-list">
        {lines.map(([term, words]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {sessionChecks(me.requests).map((check) => (
        <IdentityCheck key={`${check.request.sessionId} ${check.request.centre.id}`} me={me} check={check} />
      ))}
      <div>
        <Button tone="link" onPress={() => setAsking(true)}>
          {IDENTITY.correct}
        </Button>
      </div>
      {asking ? <CorrectDialog me={me} onClose={() => setAsking(false)} /> : null}
    </section>
  )
}

function CorrectDialog({ me, onClose }: { me: MeAnswer; onClose: () => void }) {
  const alive = me.requests.find(({ entries }) => entries.some(({ status }) => isLive(status))) ?? me.requests[0]
  return (
    <Dialog
      title={IDENTITY.correctTitle}
      onClose={onClose}
      footer={<Button onPress={onClose}>{IDENTITY.close}</Button>}
    >
      <p>{IDENTITY.correctText}</p>
      {alive ? <CentreContact centre={alive.centre} /> : <p>{IDENTITY.correctNoCentre}</p>}
    </Dialog>
  )
}
