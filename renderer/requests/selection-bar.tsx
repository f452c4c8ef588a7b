import { useLayoutEffect, useMemo, useState } from 'react'
import type { RequestRow } from '../../contract/desk.ts'
import { Button, IconButton } from '../../kit/button.tsx'
import { Tick } from '../../kit/fields.tsx'
import { REQUESTS } from '../../text/screens/requests.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { KeyCaps } from '../shortcuts/key-caps.tsx'
import { useShortcuts } from '../shortcuts/use-shortcuts.ts'
import { useToast } from '../ui/toast.tsx'
import { type Collection, judgeCollection, type PayerOwing } from './collectable.ts'
import {
  judgeSelection,
  type Seats,
  type SelectionAnswer,
  softwareName,
  waitingEntries,
  waitingFor,
} from './feasibility.ts'
import { draftReminders } from './remind.ts'
import { sayWhyNot } from './say-feasibility.ts'
import { SelectionEnvelopes } from './selection-envelopes.tsx'
import { usePrevalidate } from './use-prevalidate.ts'
import { useRemind } from './use-remind.ts'
import type { RefuseTarget } from './use-targets-now.ts'
import { WhichDialog } from './which-dialog.tsx'

type SelectionBarProps = {
  /** How many are selected, and those of them that are read. */
  count: number
  selected: readonly RequestRow[]
  /** Whether those read are those selected now. */
  current: boolean
  /** The code of the exam that the list is narrowed to; null: none. */
  exam: string | null
  seats: Seats
  refuse: (targets: RefuseTarget[]) => void
  collect: (payers: PayerOwing[]) => void
  keepInSight: (requestIds: readonly string[]) => void
  clear: () => void
}

const REASONS_TOLD = 2

/** What can be done with the requests selected, before any click, and why not with some of them. */
export function SelectionBar(props: SelectionBarProps) {
  const { count, selected, current, seats, refuse, collect, keepInSight, clear } = props
  const { desk } = useOffice()
  const say = useToast()
  const prevalidateAll = usePrevalidate()
  const remindAll = useRemind()
  const [listed, setListed] = useState(false)
  // Of a list of one exam, that exam is what one looks at: the others of the same people are answered when they are asked for.
  const [alone, setAlone] = useState(true)
  const hasOthers = selected.some((one) => waitingEntries(one).some(({ examCode }) => examCode !== props.exam))
  const mayLimit = props.exam !== null && hasOthers
  const exam = mayLimit && alone ? props.exam : null
  const judged = useMemo(() => judgeSelection(desk, seats, selected, exam), [desk, seats, selected, exam])
  const reminders = useMemo(() => draftReminders(desk, selected), [desk, selected])
  const collection = useMemo(() => judgeCollection(selected), [selected])
  const { possible, not } = judged
  const { payable, payers } = collection
  const waits = payable.length === 0 || selected.some((one) => waitingEntries(one).length > 0)
  const targets = selected.flatMap((request) => {
    const entryIds = waitingFor(request, exam).map(({ id }) => id)
    return entryIds.length > 0 ? [{ request, entryIds }] : []
  })
  const notAllowed = whyNotAllowed(desk, 'entry.prevalidate')
  const why = {
    prevalidate: notAllowed ?? (possible.length === 0 ? REQUESTS.nothingPossible : null),
    refuse: notAllowed ?? (targets.length === 0 ? REQUESTS.nothingToRefuse : null),
    remind: whyNotAllowed(desk, 'reminder.sent') ?? (reminders.length === 0 ? REQUESTS.nothingToRemind : null),
    collect: whyNotAllowed(desk, 'payment.record') ?? (payable.length === 0 ? REQUESTS.nothingToCollectAmong : null),
  }
  const prevalidate = async () => {
    keepInSight(possible.map(({ id }) => id))
    if (await prevalidateAll(possible, exam)) clear()
  }
  const remind = async () => {
    if (await remindAll(selected)) clear()
  }
  const orSay = (reason: string | null, act: () => void) => () => {
    // What is judged is not yet what is selected: the next press will be.
    if (!current) return
    if (reason) say(reason)
    else act()
  }
  // The list has become less high: the row just ticked was perhaps its last.
  useLayoutEffect(() => {
    document.activeElement?.closest('.request-rows tbody tr')?.scrollIntoView({ block: 'nearest' })
  }, [])
  const group = REQUESTS.keysGroup
  useShortcuts([
    { keys: 'v', words: REQUESTS.keys.prevalidate, group, run: orSay(why.prevalidate, () => void prevalidate()) },
    { keys: 'x', words: REQUESTS.keys.refuse, group, run: orSay(why.refuse, () => refuse(targets)) },
    { keys: 'r', words: REQUESTS.keys.remind, group, run: orSay(why.remind, () => void remind()) },
    { keys: 'e', words: REQUESTS.keys.collect, group, run: orSay(why.collect, () => collect(payers)) },
  ])
  return (
    <section className="bar" aria-label={REQUESTS.selection} aria-busy={!current}>
      <p role="status">
        <b>{REQUESTS.selected(count)}</b>
        {'\u00a0: '}
        {!current && selected.length === 0
          ? REQUESTS.judging
          : (notAllowed ??
            [
              waits && `${REQUESTS.canBe(possible.length, not.length, whyNot(not))}.`,
              payable.length > 0 &&
                `${REQUESTS.toCollect(payable.length, collection.not.length, whyNotToCollect(collection))}.`,
            ]
              .filter(Boolean)
              .join(' '))}
      </p>
      {mayLimit ? (
        <Tick id="selection-exam" checked={alone} onChange={setAlone}>
          {REQUESTS.onlyExam(props.exam ?? '')}
        </Tick>
      ) : null}
      {selected.length > 1 && ((waits && not.length > 0) || (payable.length > 0 && collection.not.length > 0)) ? (
        <Button tone="link" small onPress={() => setListed(true)}>
          {REQUESTS.which}
        </Button>
      ) : null}
      <div className="buttons">
        <Button tone="primary" onPress={() => void prevalidate()} reason={why.prevalidate} busy={!current} keys="V">
          {REQUESTS.prevalidateMany(possible.length, exam)} <Caps keys="v" />
        </Button>
        <Button tone="danger" onPress={() => refuse(targets)} reason={why.refuse} busy={!current} keys="X">
          {REQUESTS.refuse} <Caps keys="x" />
        </Button>
        {payable.length > 0 ? (
          <Button onPress={() => collect(payers)} reason={why.collect} busy={!current} keys="E">
            {REQUESTS.collectMany(payable.length)} <Caps keys="e" />
          </Button>
        ) : null}
        {reminders.length > 0 ? (
          <Button onPress={() => void remind()} reason={why.remind} busy={!current} keys="R">
            {REQUESTS.remindMany(reminders.length)} <Caps keys="r" />
          </Button>
        ) : null}
        <SelectionEnvelopes selected={selected} all={current && selected.length === count} />
      </div>
      <IconButton icon="cross" label={REQUESTS.unselect} onPress={clear} />
      {listed ? (
        <WhichDialog
          answer={judged}
          exam={exam}
          seats={seats}
          waits={waits}
          collection={collection}
          onClose={() => setListed(false)}
        />
      ) : null}
    </section>
  )
}

/** For the eye: the button itself tells its shortcut to who cannot see it. */
function Caps({ keys }: { keys: string }) {
  return (
    <span aria-hidden="true">
      <KeyCaps keys={keys} />
    </span>
  )
}

/** The reasons of the selection, each once: « EXCEL 2017 complet, déjà traitée ». */
function whyNot(not: SelectionAnswer['not']): string | null {
  const reasons = not.map(({ request, refusal, offering }) => {
    if (refusal.code === 'no-seat-left' && offering) return `${softwareName(offering)} ${REQUESTS.full}`
    if (refusal.code === 'wrong-status')
      return request.entries.some(({ doubtful }) => doubtful) ? REQUESTS.hqDecides : REQUESTS.notWaiting
    return sayWhyNot({ refusal, offering }).replace(/\.$/, '')
  })
  return sayFew(reasons)
}

function whyNotToCollect({ not }: Collection): string | null {
  return sayFew(not.map(({ why }) => REQUESTS.notCollectable[why]))
}

/** The first of them, each once. */
function sayFew(reasons: readonly string[]): string | null {
  const each = [...new Set(reasons)]
  return each.slice(0, REASONS_TOLD).join('\u00a0; ') + (each.length > REASONS_TOLD ? '…' : '') || null
}
