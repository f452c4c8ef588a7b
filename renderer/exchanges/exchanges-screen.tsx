import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { isOneOf } from '../../kit/accepts.ts'
import { Button } from '../../kit/button.tsx'
import { useKept } from '../../kit/kept.ts'
import { EXCHANGES } from '../../text/screens/exchanges.ts'
import { RESCUE } from '../../text/screens/rescue.ts'
import { useOffice } from '../frame/office.tsx'
import { HelpButton } from '../help/help-button.tsx'
import { Arrivals } from './arrivals.tsx'
import { DeparturesPanel } from './departures-panel.tsx'

const TABS = ['departures', 'arrivals'] as const
const isTab = isOneOf(...TABS)

/** Échanges: the register of all that was done on this PC and of all that came from HQ. Nothing is ever removed from it. */
export function ExchangesScreen() {
  const { openRescue } = useOffice()
  const [tab, setTab] = useKept<(typeof TABS)[number]>('exchanges.tab', 'departures', isTab)
  return (
    <div className="screen exchanges">
      <div className="head">
        <h1>{EXCHANGES.title}</h1>
        <HelpButton page="echanges" />
        <p>{EXCHANGES.summary}</p>
        <div className="end">
          <Button onPress={openRescue}>{RESCUE.open}</Button>
        </div>
      </div>
      <Tabs
        className="tabs"
        selectedKey={tab}
        onSelectionChange={(key) => setTab(TABS.find((one) => one === key) ?? 'departures')}
      >
        <TabList className="tab-list" aria-label={EXCHANGES.tabs}>
          {TABS.map((one) => (
            <Tab key={one} id={one} className="tab">
              {EXCHANGES[one]}
            </Tab>
          ))}
        </TabList>
        <TabPanel id="departures" className="tab-panel">
          <DeparturesPanel />
        </TabPanel>
        <TabPanel id="arrivals" className="tab-panel">
          <Arrivals />
        </TabPanel>
      </Tabs>
    </div>
  )
}
