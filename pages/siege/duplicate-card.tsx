import { useState } from 'react'
import {
  type DuplicateCase,
  type DuplicateRecord,
  SettleDuplicateAnswer,
  type StoppedRequest,
} from '../../contract/staff-pages.ts'
import { fullName } from '../../domain/candidate.ts'
import type { Instant } from '../../domain/time.ts'
import { Button } from '../../kit/button.tsx'
import { StatusTag } from '../../kit/status-tag.tsx'
import { DUPLICATES } from '../../text/pages/siege.ts'
import { ENTRY_WORDS } from '../../text/pages/space.ts'
import { CentreOfRequest } from './centre-of-request.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { FactList } from './fact-list.tsx'
import { sayMoment } from './say-moment.ts'
import { StoppedLine } from './stopped-line.tsx'
import type { Acting } from './use-act.ts'

type DuplicateCardProps = { found: DuplicateCase; now: Instant; acting: Acting }

/** Both records side by side, why they were brought together, and the two ways to settle it. */
export function DuplicateCard({ found, now, acting }: DuplicateCardProps) {
  const [settling, setSettling] = useState<'same' | 'apart' | null>(null)
  const { id, records, stopped, why, noticedAt, blockedAt } = found
  const settle = async (settleAs: 'same' | 'apart') => {
    await acting.act('duplicates/settle', SettleDuplicateAnswer, {
      body: { caseId: id, settleAs },
      say: ({ told }) => DUPLICATES.told(told),
    })
    setSettling(null)
  }
  const title = records.map(fullName).join(' – ')
  return (
    <article className="card" aria-label={title}>
      <header className="pad stack staff-head">
        <div className="staff-ways">
          <h2>{title}</h2>
          {blockedAt === null ? (
            <span className="muted">{DUPLICATES.noticed(sayMoment(noticedAt, now))}</span>
          ) : (
            <StatusTag tone="due" icon="alert">
              {DUPLICATES.stopped(sayMoment(blockedAt, now))}
            </StatusTag>
          )}
        </div>
        <p>{why.map((one) => DUPLICATES.why[one]).join(' ') || DUPLICATES.noLongerAlike}</p>
      </header>
      <div className="side-by-side">
        {records.map((record, index) => (
          <RecordFacts
            key={record.candidateId}
            record={record}
            stopped={stopped.filter(({ candidateId }) => candidateId === record.candidateId)}
            older={index === 0}
            now={now}
          />
        ))}
      </div>
      <footer className="pad ways start staff-acts">
        <Button label={DUPLICATES.settleLabel(DUPLICATES.apart, title)} onPress={() => setSettling('apart')}>
          {DUPLICATES.apart}
        </Button>
        <Button label={DUPLICATES.settleLabel(DUPLICATES.same, title)} onPress={() => setSettling('same')}>
          {DUPLICATES.same}
        </Button>
      </footer>
      {settling ? (
        <ConfirmDialog
          {...DUPLICATES[settling === 'same' ? 'sameDialog' : 'apartDialog']}
          busy={acting.busy}
          onConfirm={() => void settle(settling)}
          onClose={() => setSettling(null)}
        />
      ) : null}
    </article>
  )
}

type RecordFactsProps = { record: DuplicateRecord; stopped: readonly StoppedRequest[]; older: boolean; now: Instant }

function RecordFacts({ record, stopped, older, now }: RecordFactsProps) {
  const { nuc, birthName, usageName, firstNames, sex, bornOn, birthPlace, birthCountry, knownSince } = record
  const email = record.hasAccount ? record.email : `${record.email} (${DUPLICATES.noAccount})`
  return (
    <section className="pad stack">
      <h3>{older ? DUPLICATES.older : DUPLICATES.newer}</h3>
      <FactList
        facts={[
          [DUPLICATES.birthName, birthName],
          [DUPLICATES.usageName, usageName ?? DUPLICATES.noUsageName],
          [DUPLICATES.firstNames, firstNames],
          [DUPLICATES.sex, DUPLICATES.sexes[sex]],
          [DUPLICATES.born, DUPLICATES.bornAt(bornOn, birthPlace, birthCountry)],
          [DUPLICATES.nuc, nuc ?? DUPLICATES.noNuc],
          [DUPLICATES.email, email],
          [DUPLICATES.phone, record.phone || DUPLICATES.noPhone],
          [DUPLICATES.since, knownSince && sayMoment(knownSince, now)],
        ]}
      />
      <h4>{DUPLICATES.requests}</h4>
      {record.requests.length === 0 ? <p className="muted">{DUPLICATES.noRequest}</p> : null}
      <ul className="staff-lines">
        {stopped.map((one) => (
          <StoppedLine key={one.at} stopped={one} now={now} />
        ))}
        {record.requests.map(({ id, sessionLabel, receivedAt, entries, ...request }) => (
          <li key={id}>
            <CentreOfRequest {...request} />
            <span>{sessionLabel}</span>
            {entries.map(({ examCode, status }) => (
              <span key={examCode}>{DUPLICATES.entry(examCode, ENTRY_WORDS[status])}</span>
            ))}
            <span className="muted">{DUPLICATES.received(sayMoment(receivedAt, now))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
