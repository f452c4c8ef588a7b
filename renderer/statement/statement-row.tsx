import type { LineState, StatementLine } from '../../contract/desk-statement.ts'
import { toLocalDate } from '../../domain/time.ts'
import { Button } from '../../kit/button.tsx'
import type { IconName } from '../../kit/icons.tsx'
import { StatusTag, type Tone } from '../../kit/status-tag.tsx'
import { formatDayFrom, formatDayTime, formatMoney } from '../../text/format.ts'
import { STATEMENT, whoOf } from '../../text/screens/statement.ts'
import { useOffice } from '../frame/office.tsx'
import { ProposalWords } from './proposal-words.tsx'
import { whyNotAccepted } from './why-not-accepted.ts'

const SIGNS: Readonly<Record<LineState, { tone: Tone; icon: IconName }>> = {
  proposed: { tone: 'wait', icon: 'arrow' },
  choose: { tone: 'due', icon: 'alert' },
  none: { tone: 'calm', icon: 'help' },
  matched: { tone: 'go', icon: 'check' },
  before: { tone: 'calm', icon: 'check' },
}

type StatementRowProps = {
  line: StatementLine
  /** Whether Tab leads here. */
  reached: boolean
  busy: boolean
  accept: () => void
  pick: () => void
  ticked: boolean
  tick: (on: boolean) => void
}

/** A credit of the statement: what the bank says, who it may be from and why, what can be done. */
export function StatementRow({ line, reached, busy, accept, pick, ticked, tick }: StatementRowProps) {
  const { desk } = useOffice()
  const { timeZone, currency } = desk.centre
  const { state, match, proposals } = line
  const [best] = proposals
  const amount = formatMoney(line.amount, currency)
  const reason = whyNotAccepted(desk, line)
  return (
    <tr tabIndex={reached ? 0 : -1}>
      <td className="pick-cell">
        {state === 'proposed' && best ? (
          <input
            type="checkbox"
            className="box"
            aria-label={STATEMENT.tickOf(amount, whoOf(best))}
            checked={ticked}
            onChange={({ target }) => tick(target.checked)}
          />
        ) : null}
      </td>
      <td className="c-day">
        {formatDayFrom(line.bookedOn, toLocalDate(desk.now, timeZone))}
        <div className="sub">{STATEMENT.line(line.line)}</div>
      </td>
      <th scope="row" className="bank-label">
        {line.label}
      </th>
      <td className="num">{amount}</td>
      <td>
        {match ? (
          <div className="proposal">
            <b>{match.payerName ?? STATEMENT.matchedDeposit}</b>
            <span className="sub">
              {STATEMENT.matchedWith(match.matchedBy, formatDayTime(match.matchedAt, timeZone))}
            </span>
          </div>
        ) : best && (state === 'proposed' || proposals.length === 1) ? (
          <ProposalWords line={line} proposal={best} />
        ) : best ? (
          <div className="proposal">
            <span>{STATEMENT.possible(proposals.length)}</span>
            <span className="sub">{[...new Set(proposals.map(whoOf))].join(', ')}</span>
          </div>
        ) : (
          <span className="muted">{STATEMENT.nobody}</span>
        )}
      </td>
      <td>
        <StatusTag {...SIGNS[state]}>{STATEMENT.state(state)}</StatusTag>
      </td>
      <td>
        {match ? null : (
          <div className="actions">
            {state === 'proposed' && best ? (
              <Button
                small
                tone="primary"
                busy={busy}
                reason={reason}
                label={STATEMENT.acceptOf(amount, whoOf(best))}
                onPress={accept}
              >
                {STATEMENT.accept}
              </Button>
            ) : null}
            <Button small label={STATEMENT.pickOf(amount, line.label)} onPress={pick}>
              {STATEMENT.pick}
            </Button>
          </div>
        )}
      </td>
    </tr>
  )
}
