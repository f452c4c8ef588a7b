import type { ConvocationList } from '../../contract/desk-papers.ts'
import { isOneOf } from '../../kit/accepts.ts'
import { Button } from '../../kit/button.tsx'
import { Icon } from '../../kit/icons.tsx'
import { useKept } from '../../kit/kept.ts'
import { Select } from '../../kit/select.tsx'
import { StatusTag } from '../../kit/status-tag.tsx'
import { formatCount } from '../../text/format.ts'
import { CONVOCATIONS } from '../../text/screens/convocations.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { HelpButton } from '../help/help-button.tsx'
import { useConvocationProgress } from './convocation-progress.ts'
import './convocations.css'
import { HinderedList } from './hindered-list.tsx'
import { PrintingBar } from './printing-bar.tsx'
import { ReconveneTable } from './reconvene-table.tsx'
import { usePrintConvocations } from './use-print-convocations.ts'

const AS = ['together', 'apart'] as const
const isAs = isOneOf(...AS)

/** The convocations of the session: how many stand where, whom to convene again and why, and one action for all that is new or changed. */
export function ConvocationsCard({ list }: { list: ConvocationList }) {
  const { desk, session } = useOffice()
  const progress = useConvocationProgress()
  const print = usePrintConvocations()
  const [as, setAs] = useKept<(typeof AS)[number]>('papers.convocations', 'together', isAs)
  const { due, never, toReconvene, hindrances } = list
  const nobody = list.ready + list.current + list.outdated + list.hindered === 0
  const reason = whyNotAllowed(desk, 'paper.issue') ?? (due === 0 ? CONVOCATIONS.nothingDueReason : null)
  const asked = { sessionId: session.id, which: 'due', as, means: as === 'apart' ? 'save' : 'print' } as const
  return (
    <section className="card convocations" aria-labelledby="convocations">
      <header>
        <div>
          <h2 id="convocations">{CONVOCATIONS.title}</h2> <HelpButton page="convoquer" />
          <p className="sub">{CONVOCATIONS.text}</p>
        </div>
        {nobody || progress ? null : (
          <div className="act">
            <Select
              label={CONVOCATIONS.as}
              value={as}
              options={AS.map((value) => ({ value, label: CONVOCATIONS[value] }))}
              onChange={setAs}
            />
            <Button tone={due > 0 ? 'primary' : 'plain'} reason={reason} onPress={() => void print(asked)}>
              <Icon name="papers" size={14} />
              {due > 0 ? CONVOCATIONS.printDue(due, never) : CONVOCATIONS.nothingDue}
            </Button>
          </div>
        )}
        {progress ? <PrintingBar progress={progress} /> : null}
      </header>
      {nobody ? <p className="none muted">{CONVOCATIONS.nobody}</p> : <Counts list={list} />}
      {toReconvene.length > 0 ? <ReconveneTable rows={toReconvene} /> : null}
      {hindrances.length > 0 ? <HinderedList rows={hindrances} /> : null}
    </section>
  )
}

function Counts({ list: { never, current, outdated } }: { list: ConvocationList }) {
  return (
    <ul className="counts">
      {never > 0 ? (
        <li>
          <b>{formatCount(never)}</b> {CONVOCATIONS.never}
        </li>
      ) : null}
      {current > 0 ? (
        <li>
          <StatusTag tone="go" icon="check">
            {formatCount(current)} {CONVOCATIONS.current(current)}
          </StatusTag>
        </li>
      ) : null}
      {outdated > 0 ? (
        <li>
          <StatusTag tone="due" icon="alert">
            {formatCount(outdated)} {CONVOCATIONS.outdated(outdated)}
          </StatusTag>
        </li>
      ) : null}
    </ul>
  )
}
