import { useState } from 'react'
import { STATEMENT_VIEWS, type StatementView } from '../../contract/choices.ts'
import type { StatementColumns, StatementLine } from '../../contract/desk-statement.ts'
import { MOST_LINES_READ } from '../../contract/limits.ts'
import { Button, IconButton } from '../../kit/button.tsx'
import { Chip } from '../../kit/chip.tsx'
import { formatCount, formatMoney } from '../../text/format.ts'
import { STATEMENT } from '../../text/screens/statement.ts'
import { useRows } from '../api.ts'
import { useOffice } from '../frame/office.tsx'
import { EmptyState, ErrorState, Loading } from '../ui/empty-state.tsx'
import { MOST_AT_ONCE } from './accept-drafts.ts'
import { PickDialog } from './pick-dialog.tsx'
import { StatementTable } from './statement-table.tsx'
import { UnreadableTable } from './unreadable-table.tsx'
import { useAccept } from './use-accept.ts'
import { whyNoneAccepted, whyNotAccepted } from './why-not-accepted.ts'

const NONE: ReadonlySet<string> = new Set()

type StatementLinesProps = {
  columns: StatementColumns
  view: StatementView
  setView: (view: StatementView) => void
  changeColumns: () => void
}

/** The lines of the statement that is open, by what is left to do with them. */
export function StatementLines({ columns, view, setView, changeColumns }: StatementLinesProps) {
  const { desk } = useOffice()
  const [from, setFrom] = useState(0)
  const [picked, setPicked] = useState<StatementLine | null>(null)
  const [ticks, setTicks] = useState<ReadonlySet<string>>(new Set())
  // Answered, and still in what was read before: in a big centre it takes a moment to look at all lines again.
  const [answered, setAnswered] = useState<{ at: number; keys: ReadonlySet<string> }>({ at: 0, keys: NONE })
  const { accept, acceptMany, busy } = useAccept()
  const read = useRows('statement.read', { columns, view, from, count: MOST_LINES_READ }, { keep: true })
  if (read.isError) return <ErrorState retry={() => void read.refetch()} />
  const lines = read.data?.lines
  if (!lines) return <Loading />
  const { counts, unreadable } = lines
  const hidden = answered.at === read.dataUpdatedAt ? answered.keys : NONE
  const rows = lines.rows.filter(({ key }) => !hidden.has(key))
  const hide = (keys: readonly string[]) => setAnswered({ at: read.dataUpdatedAt, keys: new Set([...hidden, ...keys]) })
  const shown = counts[view].count
  const show = (one: StatementView) => {
    setView(one)
    setFrom(0)
    setTicks(new Set())
  }
  // Of those ticked, the ones that are here and still proposed: another PC may have been faster.
  const ticked = rows.filter(({ key, state }) => state === 'proposed' && ticks.has(key))
  // The last line of a page was dealt with: the page before it is there still.
  const here = Math.min(from, Math.max(0, Math.ceil(shown / MOST_LINES_READ) - 1) * MOST_LINES_READ)
  if (here !== from) setFrom(here)
  return (
    <>
      <div className="narrow">
        <fieldset className="chips" aria-label={STATEMENT.filters}>
          {STATEMENT_VIEWS.filter((one) => one !== 'unreadable' || counts.unreadable.count > 0).map((one) => (
            <Chip key={one} on={view === one} onPress={() => show(one)}>
              {STATEMENT.view(one)} <b>{formatCount(counts[one].count)}</b>
            </Chip>
          ))}
        </fieldset>
        {/* In its place, so that nothing below moves under the hand that ticks. */}
        {ticked.length > 0 ? (
          <Button
            small
            tone="primary"
            busy={busy}
            reason={ticked.length > MOST_AT_ONCE ? STATEMENT.tooMany(MOST_AT_ONCE) : whyNoneAccepted(desk, ticked)}
            onPress={() => void acceptMany(ticked).then(() => setTicks(new Set()))}
          >
            {ticked.length === 1 ? STATEMENT.acceptOneTicked : STATEMENT.acceptMany(ticked.length)}
          </Button>
        ) : (
          <p className="muted">
            {STATEMENT.summary(counts.open.count, formatMoney(counts.open.amount, desk.centre.currency))}
          </p>
        )}
        <Button small onPress={changeColumns}>
          {STATEMENT.columnsAgain}
        </Button>
      </div>
      <div className="card">
        {shown === 0 ? (
          <EmptyState icon="check" title={STATEMENT.emptyTitle(view)} text={STATEMENT.emptyText(view)} />
        ) : view === 'unreadable' ? (
          <UnreadableTable lines={unreadable} />
        ) : (
          <StatementTable
            rows={rows}
            busy={busy}
            accept={(line) => {
              const [best] = line.proposals
              if (best && whyNotAccepted(desk, line) === null)
                void accept(line, best).then((done) => done && hide([line.key]))
            }}
            pick={setPicked}
            ticked={ticks}
            tick={setTicks}
          />
        )}
        {shown > MOST_LINES_READ ? (
          <nav className="pages" aria-label={STATEMENT.pages}>
            <IconButton
              icon="previous"
              label={STATEMENT.previous}
              idle={from === 0}
              onPress={() => setFrom(from - MOST_LINES_READ)}
            />
            <span>{STATEMENT.page(from + 1, Math.min(from + MOST_LINES_READ, shown), shown)}</span>
            <IconButton
              icon="next"
              label={STATEMENT.next}
              idle={from + MOST_LINES_READ >= shown}
              onPress={() => setFrom(from + MOST_LINES_READ)}
            />
          </nav>
        ) : null}
      </div>
      {picked ? (
        <PickDialog
          line={picked}
          isOpen={rows.some(({ key, match }) => key === picked.key && match === null)}
          columns={columns}
          onClose={() => setPicked(null)}
        />
      ) : null}
    </>
  )
}
