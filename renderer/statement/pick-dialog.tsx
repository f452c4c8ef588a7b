import { useDeferredValue, useState } from 'react'
import type { StatementColumns, StatementLine, StatementProposal } from '../../contract/desk-statement.ts'
import { toLocalDate } from '../../domain/time.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/fields.tsx'
import { formatDayFrom, formatMoney } from '../../text/format.ts'
import { sayRefusal } from '../../text/fr.ts'
import { STATEMENT, whoOf } from '../../text/screens/statement.ts'
import { useRows } from '../api.ts'
import { useOffice } from '../frame/office.tsx'
import { HelpButton } from '../help/help-button.tsx'
import { ProposalWords } from './proposal-words.tsx'
import { useAccept } from './use-accept.ts'
import { whyNotAccepted } from './why-not-accepted.ts'

type PickDialogProps = {
  line: StatementLine
  /** Whether it waits for an answer still: another PC may have been faster. */
  isOpen: boolean
  columns: StatementColumns
  onClose: () => void
}

/** De qui vient ce versement ? What is proposed, with its reasons, and whoever a person finds by name. */
export function PickDialog({ line, isOpen, columns, onClose }: PickDialogProps) {
  const { desk } = useOffice()
  const { accept, busy } = useAccept()
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed.trim())
  const found = useRows('statement.search', text === '' ? null : { key: line.key, columns, text }, { keep: true })
  const amount = formatMoney(line.amount, desk.centre.currency)
  const reason = isOpen ? whyNotAccepted(desk, line) : sayRefusal({ code: 'line-used' })
  const list = (proposals: readonly StatementProposal[], label: string) => (
    <ul className="proposals" aria-label={label}>
      {proposals.map((proposal) => (
        <li key={keyOf(proposal)}>
          <ProposalWords line={line} proposal={proposal} />
          <Button
            small
            busy={busy}
            reason={reason}
            label={STATEMENT.acceptOf(amount, whoOf(proposal))}
            onPress={() => void accept(line, proposal).then((done) => done && onClose())}
          >
            {STATEMENT.accept}
          </Button>
        </li>
      ))}
    </ul>
  )
  return (
    <Dialog
      title={STATEMENT.pickTitle}
      help={<HelpButton page="releve-de-banque" />}
      onClose={onClose}
      footer={<Button onPress={onClose}>{STATEMENT.close}</Button>}
    >
      <p>
        <b>{amount}</b>, {formatDayFrom(line.bookedOn, toLocalDate(desk.now, desk.centre.timeZone))}
        <br />
        <span className="muted bank-label">{line.label}</span>
      </p>
      {line.proposals.length > 0 ? list(line.proposals, STATEMENT.pickProposed) : null}
      <TextField
        autoFocus
        label={STATEMENT.search}
        hint={STATEMENT.searchHint}
        value={typed}
        onChange={setTyped}
        maxLength={200}
      />
      <div role="status">
        {text !== '' && found.data?.length === 0 ? <p className="muted">{STATEMENT.searchNone}</p> : null}
      </div>
      {text !== '' && found.data && found.data.length > 0 ? list(found.data, STATEMENT.pickFound) : null}
    </Dialog>
  )
}

function keyOf(proposal: StatementProposal): string {
  if (proposal.kind === 'recorded') return proposal.paymentId
  if (proposal.kind === 'deposit') return proposal.depositId
  return `${proposal.sessionId}/${proposal.payer.kind}/${proposal.payer.id}`
}
