import { useDeferredValue, useMemo } from 'react'
import { EXCHANGE_STATES } from '../../contract/states.ts'
import { isOneOf, orNull } from '../../kit/accepts.ts'
import { Button } from '../../kit/button.tsx'
import { Chip } from '../../kit/chip.tsx'
import { FindField } from '../../kit/find-field.tsx'
import { useKept } from '../../kit/kept.ts'
import { formatCount } from '../../text/format.ts'
import { EXCHANGES, type ExchangeState } from '../../text/screens/exchanges.ts'
import { useOffice } from '../frame/office.tsx'
import { EmptyState, ErrorState, Loading } from '../ui/empty-state.tsx'
import { DepartureTable } from './departure-table.tsx'
import { useDepartures } from './use-departures.ts'

const isState = orNull(isOneOf(...EXCHANGE_STATES))

/** The departures: what this PC did, by state and by words, whatever became of it. */
export function DeparturesPanel() {
  const { freshness } = useOffice().desk
  const [state, setState] = useKept<ExchangeState | null>('exchanges.state', null, isState)
  const [typed, setTyped] = useKept('exchanges.text', '')
  const text = useDeferredValue(typed.trim())
  const asked = useMemo(() => ({ states: state ? [state] : [], text }), [state, text])
  const { departures, isError, readMore, retry } = useDepartures(
    asked,
    `${freshness.trouble} ${freshness.rescueFile?.number}`,
  )
  if (!departures) return isError ? <ErrorState retry={retry} /> : <Loading />
  const { rows, next, counts } = departures
  // Counts are of everything done here: beside what was searched they would say something else.
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return (
    <>
      <div className="narrow">
        <fieldset className="chips" aria-label={EXCHANGES.filters}>
          <Chip on={state === null} onPress={() => setState(null)}>
            {EXCHANGES.all} {text === '' ? <b>{formatCount(all)}</b> : null}
          </Chip>
          {EXCHANGE_STATES.map((one) => (
            <Chip key={one} on={state === one} onPress={() => setState(one)}>
              {EXCHANGES.filter[one]} {text === '' ? <b>{formatCount(counts[one])}</b> : null}
            </Chip>
          ))}
        </fieldset>
        <FindField
          label={EXCHANGES.search}
          hint={EXCHANGES.searchHint}
          clear={EXCHANGES.clearSearch}
          value={typed}
          onChange={setTyped}
        />
      </div>
      <div className="card">
        {rows.length > 0 ? (
          <DepartureTable rows={rows} next={next} readMore={readMore} />
        ) : all === 0 && text === '' ? (
          <EmptyState icon="exchanges" title={EXCHANGES.departuresEmpty} text={EXCHANGES.departuresEmptyText} />
        ) : (
          <EmptyState icon="search" title={EXCHANGES.noneWith} text={EXCHANGES.noneWithText}>
            <Button
              onPress={() => {
                setState(null)
                setTyped('')
              }}
            >
              {EXCHANGES.showAll}
            </Button>
          </EmptyState>
        )}
      </div>
    </>
  )
}
