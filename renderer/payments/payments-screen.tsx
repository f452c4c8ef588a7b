import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { isOneOf } from '../../kit/accepts.ts'
import { Button } from '../../kit/button.tsx'
import { useKept } from '../../kit/kept.ts'
import { formatMoney } from '../../text/format.ts'
import { MONEY } from '../../text/screens/money.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { STATEMENT } from '../../text/screens/statement.ts'
import { useRows } from '../api.ts'
import { useOffice } from '../frame/office.tsx'
import { HelpButton } from '../help/help-button.tsx'
import { StatementScreen } from '../statement/statement-screen.tsx'
import { ErrorState, Loading } from '../ui/empty-state.tsx'
import { CashPanel } from './cash-panel.tsx'
import { CheckReceiptsButton } from './check-receipts-button.tsx'
import { ChequesPanel } from './cheques-panel.tsx'
import { CreditsPanel } from './credits-panel.tsx'
import { ReceivedPanel } from './received-panel.tsx'
import { SaveButton } from './save-button.tsx'
import { TotalsPanel } from './totals-panel.tsx'

const TABS = ['received', 'credits', 'cheques', 'cash', 'totals'] as const
type TabName = (typeof TABS)[number]
const isTab = isOneOf(...TABS)
const HELP = {
  received: 'recus-et-avoirs',
  credits: 'trop-percus',
  cheques: 'cheques',
  cash: 'cheques',
  totals: 'cheques',
} as const

/** Règlements: what was received and is awaited, the cheques up to the bank's answer, the cash of a day, the totals. */
export function PaymentsScreen() {
  const { desk, session } = useOffice()
  const [tab, setTab] = useKept<TabName>('payments.tab', 'received', isTab)
  const payments = useRows('payment.list', { sessionId: session.id })
  // As it was left: a statement is gone through in several times.
  const [onStatement, setOnStatement] = useKept('payments.statement', false)
  if (onStatement) return <StatementScreen onClose={() => setOnStatement(false)} />
  if (payments.isError) return <ErrorState retry={() => void payments.refetch()} />
  if (!payments.data) return <Loading />
  const standing = payments.data.filter(({ voided, end }) => !voided && end?.outcome !== 'bounced')
  const total = standing.reduce((sum, { amount }) => sum + amount, 0)
  return (
    <div className="screen">
      <div className="head">
        <h1>{PAYMENTS.title}</h1>
        <HelpButton page={HELP[tab]} />
        {standing.length > 0 ? (
          <p>{PAYMENTS.summary(standing.length, formatMoney(total, desk.centre.currency))}</p>
        ) : null}
        <div className="end">
          <Button onPress={() => setOnStatement(true)}>{STATEMENT.open}</Button>
          <CheckReceiptsButton />
          <SaveButton />
        </div>
      </div>
      <Tabs
        className="tabs"
        selectedKey={tab}
        onSelectionChange={(key) => setTab(TABS.find((one) => one === key) ?? 'received')}
      >
        <TabList className="tab-list" aria-label={MONEY.tabs}>
          {TABS.map((one) => (
            <Tab key={one} id={one} className="tab">
              {MONEY.tab[one]}
            </Tab>
          ))}
        </TabList>
        <TabPanel id="received" className="tab-panel">
          <ReceivedPanel payments={payments.data} />
        </TabPanel>
        <TabPanel id="credits" className="tab-panel scrolls">
          <CreditsPanel payments={payments.data} />
        </TabPanel>
        <TabPanel id="cheques" className="tab-panel">
          <ChequesPanel />
        </TabPanel>
        <TabPanel id="cash" className="tab-panel">
          <CashPanel />
        </TabPanel>
        <TabPanel id="totals" className="tab-panel scrolls">
          <TotalsPanel />
        </TabPanel>
      </Tabs>
    </div>
  )
}
