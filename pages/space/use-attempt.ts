import { useRef } from 'react'
import { drawAttempt } from '../form/draw-attempt.ts'

/** One attempt for what is sent, however often; another one once something else is: HQ takes an attempt once. */
export function useAttempt(): (sent: unknown) => string {
  const last = useRef({ sent: '', attempt: '' })
  return (sent) => {
    const text = JSON.stringify(sent)
    if (last.current.sent !== text) last.current = { sent: text, attempt: drawAttempt() }
    return last.current.attempt
  }
}
