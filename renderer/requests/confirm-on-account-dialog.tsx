import type { EntryRow, RequestRow } from '../../contract/desk.ts'
import { fullName } from '../../domain/candidate.ts'
import { isText } from '../../kit/accepts.ts'
import { draftKey } from '../../kit/draft-key.ts'
import { TextField } from '../../kit/fields.tsx'
import { forgetKept, useKept } from '../../kit/kept.ts'
import { FILE } from '../../text/screens/request-file.ts'
import { ActDialog } from './act-dialog.tsx'
import { useAct } from './use-act.ts'

type ConfirmOnAccountDialogProps = {
  request: RequestRow
  /** Those that become final. */
  entries: readonly EntryRow[]
  onClose: () => void
  onDone: () => void
}

/** The shape of an agreement's reference keeps no more. */
const LONGEST = 200

/** Makes entries final that an organisation pays on account: under which agreement or order, when the centre has one. */
export function ConfirmOnAccountDialog({ request, entries, onClose, onDone }: ConfirmOnAccountDialogProps) {
  const key = draftKey('agreement', [request.id])
  const known = request.entries.find(({ agreement }) => agreement !== null)?.agreement ?? ''
  const [agreement, setAgreement] = useKept(key, known, isText)
  const act = useAct(request)
  const confirm = async () => {
    const entryIds = entries.map(({ id }) => id)
    const args = { entryIds, agreement: agreement.trim().slice(0, LONGEST) || null }
    if (!(await act({ name: 'entry.confirm', args }, FILE.confirmed))) return
    forgetKept(key)
    onDone()
    onClose()
  }
  return (
    <ActDialog
      title={FILE.onAccountTitle}
      help="encaisser"
      why={null}
      consequence={FILE.onAccountConsequence}
      submit={FILE.confirmOnAccount}
      onSubmit={confirm}
      onClose={onClose}
    >
      <p>
        <b>{fullName(request.candidate)}</b>{' '}
        {entries.map(({ id, examCode }) => (
          <span key={id} className="ex">
            {examCode}
          </span>
        ))}
        <span className="sub">
          <br />
          {request.organisation?.name}
        </span>
      </p>
      <TextField autoFocus label={FILE.agreement} hint={FILE.agreementHint} value={agreement} onChange={setAgreement} />
    </ActDialog>
  )
}
