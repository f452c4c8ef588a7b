import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PrinterList } from '../../contract/desk-printing.ts'
import { MOST_COPIES } from '../../contract/limits.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/fields.tsx'
import { Select } from '../../kit/select.tsx'
import { Notice } from '../../kit/status-tag.tsx'
import { TROUBLE } from '../../text/screens/frame.ts'
import { PRINTING } from '../../text/screens/printing.ts'
import { api } from '../api.ts'
import { HelpButton } from '../help/help-button.tsx'
import { useToast } from '../ui/toast.tsx'
import { useOpenDocument } from './open-document.ts'
import type { PaperToPrint } from './print-context.ts'
import { PrintWarnings } from './print-warnings.tsx'
import { useSavePaper } from './save-paper.ts'

/** What becomes of a stored paper: a printer of this PC, the one that its kind last went to first; the system's reader; a file elsewhere. */
export function PrintDialog({ paper, onClose }: { paper: PaperToPrint; onClose: () => void }) {
  // Each time it is asked for: printers come and go.
  const { data: list, refetch } = useQuery({
    queryKey: ['printer.list', paper.id],
    queryFn: () => api.call('printer.list', { documentId: paper.id }),
    gcTime: 0,
    staleTime: 'static',
  })
  const [picked, setPicked] = useState<string | null>(null)
  const [copies, setCopies] = useState('1')
  const [failed, setFailed] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const say = useToast()
  const { open } = useOpenDocument()
  const save = useSavePaper()
  const printer = list ? chosenOf(list, picked) : null
  const count = list?.isOriginal ? 1 : readCopies(copies)
  const print = async () => {
    if (busy || printer === null || count === null) return
    setBusy(true)
    setFailed(null)
    try {
      const answer = await api.call('document.print', { documentId: paper.id, printer: printer.name, copies: count })
      if (answer.ok) {
        say(PRINTING.sent(paper.title, printer.label))
        return onClose()
      }
      setFailed(PRINTING.failed[answer.code])
      // What is on the screen may be what went.
      if (answer.code === 'printer-gone') setPicked(null)
      await refetch()
    } catch {
      setFailed(TROUBLE.notDone)
    } finally {
      setBusy(false)
    }
  }
  const goOn = (done: Promise<boolean>) => void done.then((ok) => ok && onClose())
  return (
    <Dialog
      title={PRINTING.title}
      help={<HelpButton page="impressions" />}
      onClose={onClose}
      footer={
        <>
          <Button onPress={() => goOn(save(paper.id))}>{PRINTING.save}</Button>
          <Button onPress={() => goOn(open({ kind: 'stored', documentId: paper.id }))}>{PRINTING.open}</Button>
          <Button
            tone="primary"
            autoFocus
            busy={busy || !list}
            reason={list && !printer ? (list.printers.length > 0 ? PRINTING.chooseFirst : PRINTING.noneReason) : null}
            onPress={() => void print()}
          >
            {busy ? PRINTING.sending : PRINTING.now}
          </Button>
        </>
      }
    >
      <div className="print-paper">
        <p>
          <b>{paper.title}</b>
        </p>
        <div role="alert">
          {failed && list?.printers.length !== 0 ? (
            <Notice tone="stop" icon="alert">
              {failed}
            </Notice>
          ) : null}
        </div>
      </div>
      {list ? (
        <>
          <PrintWarnings list={list} paper={paper} failed={failed !== null} />
          {list.printers.length > 0 ? (
            <div className="print-choice">
              <Select
                shown
                label={PRINTING.printer}
                value={printer?.name ?? ''}
                options={optionsOf(list, printer !== null)}
                onChange={setPicked}
              />
              {list.isOriginal ? null : (
                <TextField
                  numeric
                  label={PRINTING.copies}
                  value={copies}
                  onChange={setCopies}
                  error={count === null ? PRINTING.copiesWrong : null}
                />
              )}
            </div>
          ) : null}
        </>
      ) : (
        <p role="status">{PRINTING.looking}</p>
      )}
    </Dialog>
  )
}

/** The printer that stands in the list: never one in place of another that went, which somebody in another room would find. */
function chosenOf({ printers, chosen, gone }: PrinterList, picked: string | null) {
  const wanted = picked ?? chosen ?? (gone === null ? (printers[0]?.name ?? null) : null)
  return printers.find(({ name }) => name === wanted) ?? null
}

function optionsOf({ printers }: PrinterList, isChosen: boolean) {
  const options = printers.map(({ name, label }) => ({ value: name, label }))
  return isChosen ? options : [{ value: '', label: PRINTING.choose }, ...options]
}

function readCopies(typed: string): number | null {
  const count = /^\s*\d{1,3}\s*$/.test(typed) ? Number(typed) : 0
  return count >= 1 && count <= MOST_COPIES ? count : null
}
