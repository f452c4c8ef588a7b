import { useRef, useState } from 'react'
import type { ReviewRow } from '../../contract/desk.ts'
import type { Draft } from '../../contract/ipc.ts'
import type { SettlementChoice } from '../../domain/review.ts'
import { isText } from '../../kit/accepts.ts'
import { draftKey } from '../../kit/draft-key.ts'
import { forgetKept, useKept } from '../../kit/kept.ts'
import { sayRefusal } from '../../text/fr.ts'
import { REVIEW } from '../../text/screens/review.ts'
import { refusalsOf, useRun } from '../run-click.ts'

/**
 * Settles an item with what the person chose and wrote. A decision that settles it goes first, in a click of its own: the item is
 * settled only if it was accepted here, and as the settlement would then tell of something undone, « Annuler » is not offered.
 */
export function useSettle({ id }: Pick<ReviewRow, 'id'>) {
  const run = useRun()
  const key = draftKey('review', [id])
  const [note, setNote] = useKept(key, '', isText)
  const [busy, setBusy] = useState(false)
  // Two presses in one frame both see `busy` as it was drawn.
  const under = useRef(false)

  /** @param done what was done about it just before, to be said with it */
  const settle = async (choice: SettlementChoice, done?: string): Promise<void> => {
    const args = { reviewItemId: id, choice, note: note.trim() || null }
    const answer = await run([{ name: 'review.settle', args }], (settled) => {
      const [first] = refusalsOf(settled)
      if (first) return done ? REVIEW.doneNotSettled(done, sayRefusal(first)) : sayRefusal(first)
      return done ? REVIEW.doneAndSettled(done) : REVIEW.handledDone
    })
    if (answer?.results.every(({ ok }) => ok)) forgetKept(key)
  }

  const decide = async (drafts: Draft[], choice: SettlementChoice, done: string): Promise<void> => {
    const answer = await run(
      drafts,
      (decided) => {
        const [first] = refusalsOf(decided)
        if (!first) return null
        // What was accepted of them is done: the point stays for the rest.
        return decided.results.some(({ ok }) => ok) ? REVIEW.partlyDone(sayRefusal(first)) : sayRefusal(first)
      },
      { undo: false },
    )
    if (answer?.results.every(({ ok }) => ok)) await settle(choice, done)
  }

  const once = (act: () => Promise<void>) => {
    if (under.current) return
    under.current = true
    setBusy(true)
    void act().finally(() => {
      under.current = false
      setBusy(false)
    })
  }

  return {
    note,
    setNote,
    busy,
    settle: (choice: SettlementChoice, done?: string) => once(() => settle(choice, done)),
    /** Runs the decisions in one click and, all accepted, settles the item with that choice. */
    decide: (drafts: Draft[], choice: SettlementChoice, done: string) => once(() => decide(drafts, choice, done)),
  }
}
