import { useState } from 'react'
import type { StatementView } from '../../contract/choices.ts'
import type { OpenStatement, StatementColumns } from '../../contract/desk-statement.ts'
import { Button } from '../../kit/button.tsx'
import { useKept } from '../../kit/kept.ts'
import { TROUBLE } from '../../text/screens/frame.ts'
import { STATEMENT } from '../../text/screens/statement.ts'
import { api, readAgain, useRows } from '../api.ts'
import { HelpButton } from '../help/help-button.tsx'
import { EmptyState, ErrorState, Loading } from '../ui/empty-state.tsx'
import { useToast } from '../ui/toast.tsx'
import { isColumns } from './columns-choice.ts'
import { ColumnsStep } from './columns-step.tsx'
import { StatementLines } from './statement-lines.tsx'

/** Relevé de banque: the file, once for each bank its columns, then its credits and who they are from. */
export function StatementScreen({ onClose }: { onClose: () => void }) {
  const state = useRows('statement.read', { columns: null, view: 'open', from: 0, count: 1 })
  const { open, opening } = useOpenStatement()
  if (state.isError) return <ErrorState retry={() => void state.refetch()} />
  if (state.data === undefined) return <Loading />
  const file = state.data?.file ?? null
  return (
    <div className="screen statement">
      <div className="head">
        <h1>{STATEMENT.title}</h1>
        <HelpButton page="releve-de-banque" />
        {file ? <p className="file-name">{file.fileName}</p> : null}
        <div className="end">
          {file ? (
            <Button busy={opening} onPress={() => void open()}>
              {opening ? STATEMENT.reading : STATEMENT.another}
            </Button>
          ) : null}
          <Button onPress={onClose}>{STATEMENT.back}</Button>
        </div>
      </div>
      {file ? (
        // Another file begins anew.
        <OpenedStatement key={`${file.headerKey}/${file.openedAt}`} file={file} />
      ) : (
        <div className="card">
          <EmptyState icon="payments" title={STATEMENT.noneTitle} text={STATEMENT.noneText}>
            <Button autoFocus tone="primary" busy={opening} onPress={() => void open()}>
              {opening ? STATEMENT.reading : STATEMENT.choose}
            </Button>
          </EmptyState>
        </div>
      )}
    </div>
  )
}

function OpenedStatement({ file }: { file: OpenStatement }) {
  const [columns, setColumns] = useKept<StatementColumns | null>(`statement.columns.${file.headerKey}`, null, isColumns)
  const [view, setView] = useState<StatementView>('open')
  const [again, setAgain] = useState(false)
  if (columns === null || again)
    return (
      <ColumnsStep
        file={file}
        columns={columns}
        onRead={(chosen) => {
          setColumns(chosen)
          setAgain(false)
        }}
      />
    )
  return <StatementLines columns={columns} view={view} setView={setView} changeColumns={() => setAgain(true)} />
}

/** Asks which file, and says in a sentence why it could not be read. */
function useOpenStatement(): { open: () => Promise<void>; opening: boolean } {
  const say = useToast()
  const [opening, setOpening] = useState(false)
  const open = async () => {
    setOpening(true)
    try {
      const answer = await api.call('statement.open', {})
      if (!answer.ok && answer.code !== 'cancelled') say(STATEMENT.sayOpen(answer.code))
      readAgain()
    } catch {
      say(`${TROUBLE.notDone} ${TROUBLE.notDoneText}`)
    } finally {
      setOpening(false)
    }
  }
  return { open, opening }
}
