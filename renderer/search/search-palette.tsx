import { useMemo, useState } from 'react'
import { Palette } from '../../kit/palette.tsx'
import { SEARCH } from '../../text/screens/search.ts'
import { useRows } from '../api.ts'
import { useOffice } from '../frame/office.tsx'
import { useHelp } from '../help/help-context.ts'
import { KeyCaps } from '../shortcuts/key-caps.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useRecent } from './recent.ts'
import { foundGroups, helpGroup, recentGroups, screenGroup } from './search-groups.tsx'
import { useGuide } from './use-guide.ts'
import { askSearch, useSearch } from './use-search.ts'

/** Ctrl+K: three letters and Entrée open somebody's page; Ctrl+Entrée shows their line in Demandes. The screen below stays as it is. */
export function SearchPalette({ onClose }: { onClose: () => void }) {
  const office = useOffice()
  const help = useHelp()
  const guide = useGuide()
  const [text, setText] = useState('')
  const typed = text.trim()
  const { id: sessionId } = office.session
  const { found, settled, failed } = useSearch(text, sessionId)
  const { recent } = useRecent()
  const before = useRows('recent.list', typed === '' ? { candidateIds: [...recent] } : null).data
  const answer = failed ? null : (found?.answer ?? null)
  // Until the answer is there what stands below is that of before, marked as it was: a key draws the field alone.
  const about = failed ? typed : (found?.text ?? typed)
  const groups = useMemo(() => {
    if (about === '') return before ? recentGroups(before, office) : []
    return [
      ...(answer ? foundGroups(answer, about, office) : []),
      screenGroup(about, office),
      helpGroup(about, guide, help.open),
    ]
  }, [about, answer, before, office, guide, help.open])
  const count = groups.reduce((sum, group) => sum + group.items.length, 0)
  return (
    <Palette
      label={SEARCH.title}
      hint={SEARCH.hint}
      text={text}
      onText={(next) => {
        askSearch(next, sessionId)
        setText(next)
      }}
      listLabel={SEARCH.results}
      groups={groups}
      settled={settled}
      status={typed === '' || !settled ? '' : count > 0 ? SEARCH.found(count) : SEARCH.none(short(typed))}
      empty={<NothingFound typed={typed} settled={settled} failed={failed} />}
      footer={
        <>
          <Way keys="ArrowDown" words={SEARCH.move} />
          <Way keys="Enter" words={SEARCH.open} />
          <Way keys="Ctrl+Enter" words={SEARCH.openInList} />
          <Way keys="Escape" words={SEARCH.close} />
        </>
      }
      onClose={onClose}
    />
  )
}

function NothingFound({ typed, settled, failed }: { typed: string; settled: boolean; failed: boolean }) {
  if (typed === '') return <p className="muted">{SEARCH.nothingYet}</p>
  if (failed) return <p className="no">{SEARCH.failed}</p>
  return settled ? <EmptyState icon="search" title={SEARCH.none(short(typed))} text={SEARCH.noneText} /> : null
}

function Way({ keys, words }: { keys: string; words: string }) {
  return (
    <span className="way">
      <KeyCaps keys={keys} /> {words}
    </span>
  )
}

/** What was typed, for a sentence: a paste is not read out whole. */
function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
