import type { SessionSum } from '../../contract/desk-session.ts'
import { Button } from '../../kit/button.tsx'
import { formatMoney } from '../../text/format.ts'
import { SESSION } from '../../text/screens/session.ts'
import { useOffice } from '../frame/office.tsx'

/** What those who hold a seat owe, what has come in for them, what is still to come. Minor units of the centre's currency. */
export function MoneyCard({ money }: { money: SessionSum['money'] }) {
  const { go } = useOffice()
  const { currency, expected, received, beyond } = money
  const say = (amount: number) => formatMoney(amount, currency)
  return (
    <section className="card money-card" aria-labelledby="session-money">
      <header>
        <h2 id="session-money">{SESSION.money}</h2>
        <p className="sub">{SESSION.moneyText}</p>
        <Button tone="link" small label={SESSION.toPaymentsRead} onPress={() => go('payments')}>
          {SESSION.toPayments}
        </Button>
      </header>
      {expected > 0 ? (
        <>
          <div className="meter" aria-hidden="true">
            <i style={{ width: `${(100 * received) / expected}%` }} />
          </div>
          <dl>
            <div>
              <dt>{SESSION.expected}</dt>
              <dd>{say(expected)}</dd>
            </div>
            <div>
              <dt>{SESSION.received}</dt>
              <dd>{say(received)}</dd>
            </div>
            <div>
              <dt>{SESSION.missing}</dt>
              <dd className="strong">{say(expected - received)}</dd>
            </div>
          </dl>
        </>
      ) : (
        <p className="sub">{SESSION.noMoney}</p>
      )}
      {beyond > 0 ? <p className="sub">{SESSION.beyond(say(beyond))}</p> : null}
    </section>
  )
}
