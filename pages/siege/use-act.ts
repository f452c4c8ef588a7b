import { useState } from 'react'
import type { z } from 'zod'
import { ask, type Failure } from '../api.ts'
import { queryClient } from '../queries.ts'
import { STAFF_KEY } from './staff-queries.ts'

/** What came of the last thing done in a section: a sentence, or why it was not done. */
export type Outcome = { done: true; sentence: string } | { done: false; failure: Failure }

/** One thing at a time is done in a section, and what came of it stays in sight when the row that it was about is gone. */
export function useAct() {
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  /** @param say what to say once it is done. @returns what HQ answered; null when it was not done */
  const act = async <S extends z.ZodType>(
    path: string,
    shape: S,
    { body, say }: { body: object; say: (value: z.infer<S>) => string },
  ): Promise<z.infer<S> | null> => {
    if (busy) return null
    setBusy(true)
    setOutcome(null)
    const answer = await ask(`siege/${path}`, shape, body)
    // Also when it was refused: what is on the screen is no longer what HQ knows.
    await queryClient.invalidateQueries({ queryKey: [STAFF_KEY] })
    setBusy(false)
    setOutcome(answer.done ? { done: true, sentence: say(answer.value) } : { done: false, failure: answer.failure })
    return answer.done ? answer.value : null
  }
  return { busy, outcome, act }
}
export type Acting = ReturnType<typeof useAct>
