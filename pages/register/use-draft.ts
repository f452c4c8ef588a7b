import { useCallback, useEffect, useRef, useState } from 'react'
import { drawAttempt } from '../form/draw-attempt.ts'
import { type Change, type Draft, emptyDraft } from './draft.ts'
import { draftFromAnotherTab, forgetDraft, keepDraft, readDraft } from './kept-draft.ts'

/** The draft of this browser, kept at each change, and followed when another tab of it changes it. */
export function useDraft() {
  const [draft, setDraft] = useState<Draft>(() => readDraft(window.localStorage) ?? emptyDraft())
  const sentUnheard = useRef(false)
  useEffect(() => {
    const follow = (event: StorageEvent) => {
      const other = draftFromAnotherTab(event)
      if (other) setDraft(other)
    }
    window.addEventListener('storage', follow)
    return () => window.removeEventListener('storage', follow)
  }, [])
  const change: Change<Draft> = useCallback((part) => {
    // HQ may have taken what was sent although its answer was lost: sent again as it was, it is the same request; changed, it is
    // another one, that HQ must not take for the first.
    const attempt = sentUnheard.current ? { attempt: drawAttempt() } : {}
    sentUnheard.current = false
    setDraft((before) => {
      const next = { ...before, ...part, ...attempt }
      keepDraft(window.localStorage, next)
      return next
    })
  }, [])
  /** Gives it up, on this device too: sent, or erased by the person. */
  const forget = useCallback(() => {
    forgetDraft(window.localStorage)
    setDraft(emptyDraft())
  }, [])
  const noteUnheard = useCallback(() => {
    sentUnheard.current = true
  }, [])
  return { draft, change, forget, noteUnheard }
}
