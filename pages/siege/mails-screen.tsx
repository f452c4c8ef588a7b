import type { MailsAnswer } from '../../contract/staff-pages.ts'
import { formatCount } from '../../text/format.ts'
import { MAILS } from '../../text/pages/siege.ts'
import { FactList } from './fact-list.tsx'
import { MailLine } from './mail-line.tsx'
import { Section } from './section.tsx'
import { useMails } from './staff-queries.ts'
import { useAct } from './use-act.ts'

/** The mails that have not left. */
export function MailsScreen() {
  const query = useMails()
  const acting = useAct()
  return (
    <Section title={MAILS.title} intro={MAILS.intro} query={query} outcome={acting.outcome}>
      {({ counts, mails, now }) => (
        <>
          <section className="card pad stack" aria-labelledby="counts-title">
            <h2 id="counts-title">{MAILS.counts}</h2>
            <FactList facts={COUNTED.map((status) => [MAILS.statuses[status], formatCount(counts[status])])} />
          </section>
          <section className="card" aria-labelledby="mails-title">
            <header className="pad staff-head">
              <h2 id="mails-title">{MAILS.list}</h2>
            </header>
            {mails.length === 0 ? <p className="pad">{MAILS.none}</p> : null}
            <ul>
              {mails.map((mail) => (
                <MailLine key={mail.id} mail={mail} now={now} acting={acting} />
              ))}
            </ul>
          </section>
        </>
      )}
    </Section>
  )
}

const COUNTED: readonly (keyof MailsAnswer['counts'])[] = ['waiting', 'sending', 'sent', 'failed', 'dropped']
