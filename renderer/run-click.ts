import { useCallback } from 'react'
import type { Draft, DraftResult, RunAnswer } from '../contract/ipc.ts'
import { TROUBLE } from '../text/screens/frame.ts'
import { REQUESTS } from '../text/screens/requests.ts'
import { api, readAgain } from './api.ts'
import { useToast } from './ui/toast.tsx'
import type { Offer } from './ui/toast-stack.ts'

export type Refused = Extract<DraftResult, { ok: false }>

/** The refusals of a click, in the order of its drafts. */
export function refusalsOf({ results }: RunAnswer): Refused[] {
  return results.filter((result) => !result.ok)
}

/** For how long after a click what changes is its doing, in milliseconds. */
const OWN_FOR = 2000
let clickedAt = Number.NEGATIVE_INFINITY

/** Whether something was just done in this window: what changes now is no news to who sits here. */
export function isOwnClick(): boolean {
  return performance.now() - clickedAt < OWN_FOR
}

type Run = (
  drafts: Draft[],
  /** What became of it, in a sentence; null to say nothing. */
  sayDone: (answer: RunAnswer) => string | null,
  /** `offers`: what else can be done about it, where something was done. */
  options?: { undo?: boolean; offers?: readonly Offer[] },
) => Promise<RunAnswer | null>

/**
 * Sends what one click asks for, says what became of it, and offers « Annuler » where main can still take it back (unless told not to).
 * Gives null when nothing was done because of a bug, which is said too.
 */
export function useRun(): Run {
  const say = useToast()
  return useCallback(
    async (drafts, sayDone, options = {}) => {
      try {
        clickedAt = performance.now()
        const answer = await api.call('command.run', { drafts })
        clickedAt = performance.now()
        const undo = options.undo === false ? null : answer.undo
        const done = sayDone(answer)
        const offers = answer.results.some(({ ok }) => ok) ? options.offers : []
        if (done !== null)
          say(
            done,
            undo && { until: undo.until, takeBack: () => void takeBack(undo.clickId).then((said) => say(said)) },
            offers,
          )
        readAgain()
        return answer
      } catch {
        say(`${TROUBLE.notDone} ${TROUBLE.notDoneText}`)
        return null
      }
    },
    [say],
  )
}

async function takeBack(clickId: string): Promise<string> {
  try {
    clickedAt = performance.now()
    const { undone } = await api.call('command.undo', { clickId })
    readAgain()
    return undone ? REQUESTS.undone : REQUESTS.notUndone
  } catch {
    return TROUBLE.notDone
  }
}
