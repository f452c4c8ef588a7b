import type { RequestRow } from '../../contract/desk.ts'
import { dueOf } from '../../domain/entry-groups.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import type { Shortcut } from '../shortcuts/board.ts'
import { useShortcuts } from '../shortcuts/use-shortcuts.ts'
import { useToast } from '../ui/toast.tsx'
import { waitingEntries } from './feasibility.ts'
import type { Cursor } from './use-cursor.ts'
import { usePrevalidate } from './use-prevalidate.ts'
import { useRemind } from './use-remind.ts'
import type { Selection } from './use-selection.ts'
import type { RefuseTarget } from './use-targets-now.ts'

type ListKeys = {
  cursor: Cursor
  selection: Selection
  /** What a letter acts on: the file that is open, else the row that has the keyboard. */
  current: RequestRow | null
  open: RequestRow | null
  total: number
  /** The bar of what is selected has its own V, X, R and E. */
  hasSelection: boolean
  focusList: () => void
  setOpenId: (requestId: string) => void
  keepInSight: (requestIds: readonly string[]) => void
  refuse: (targets: RefuseTarget[]) => void
  collect: (requestId: string) => void
  chooseColumns: () => void
}

/** The list by keyboard: letters act on the file that is open, or on the row that has the focus. */
export function useListKeys(list: ListKeys): void {
  const { desk, openCandidate } = useOffice()
  const say = useToast()
  const prevalidate = usePrevalidate()
  const remind = useRemind()
  const { cursor, open, total, focusList, keepInSight } = list
  const { keys, keysGroup: group } = REQUESTS

  const walk = (step: number) => {
    if (total === 0) return
    // From elsewhere, the first press only comes back to the list.
    if (!cursor.hasFocus() && !open) return focusList()
    const id = cursor.moveTo(cursor.active + step)
    if (open && id) list.setOpenId(id)
  }
  const onCurrent = (act: (request: RequestRow) => string | null) => () => {
    const request = open ?? (cursor.hasFocus() ? list.current : null)
    const objection = request ? act(request) : REQUESTS.noRow
    if (objection) say(objection)
  }
  const decide = (act: (request: RequestRow) => void) =>
    onCurrent((request) => {
      const why = whyNotAllowed(desk, 'entry.prevalidate')
      if (why) return why
      if (waitingEntries(request).length === 0) return REQUESTS.nothingToRefuseHere
      act(request)
      return null
    })
  const told = (shown: string | readonly string[], words: string): Shortcut => ({
    keys: shown,
    words,
    group,
    run: null,
  })
  const acts: Shortcut[] = [
    {
      keys: 'v',
      words: keys.prevalidate,
      group,
      run: decide((request) => {
        keepInSight([request.id])
        void prevalidate([request])
      }),
    },
    {
      keys: 'x',
      words: keys.refuse,
      group,
      run: decide((request) => list.refuse([{ request, entryIds: waitingEntries(request).map(({ id }) => id) }])),
    },
    {
      keys: 'r',
      words: keys.remind,
      group,
      run: onCurrent((request) => {
        const why = whyNotAllowed(desk, 'reminder.sent')
        if (!why) void remind([request])
        return why
      }),
    },
    {
      keys: 'e',
      words: keys.collect,
      group,
      run: onCurrent((request) => {
        const why = whyNotAllowed(desk, 'payment.record')
        if (why) return why
        if (request.entries.every((entry) => entry.doubtful || dueOf(entry) === 0)) return REQUESTS.nothingToCollect
        list.collect(request.id)
        return null
      }),
    },
  ]
  useShortcuts([
    { keys: 'j', words: keys.next, group, run: () => walk(1) },
    { keys: 'k', words: keys.previous, group, run: () => walk(-1) },
    told(['Home', 'End'], keys.ends),
    told('Enter', keys.open),
    told('Escape', keys.close),
    told('Space', keys.select),
    told(['Shift+ArrowUp', 'Shift+ArrowDown'], keys.range),
    told('Ctrl+A', keys.all),
    // Of the open file, or of the selection, the keys are those of their buttons.
    ...(list.hasSelection ? [] : acts),
    {
      keys: 'o',
      words: keys.page,
      group,
      run: onCurrent((request) => {
        openCandidate(request.candidateId)
        return null
      }),
    },
    { keys: '/', words: keys.filter, group, run: focusFilter },
    { keys: 'c', words: keys.columns, group, run: list.chooseColumns },
    told('Shift+Enter', keys.sort),
  ])
}

function focusFilter(): void {
  const field = document.querySelector<HTMLInputElement>('.requests .tools input[type="search"]')
  field?.focus()
  field?.select()
}
