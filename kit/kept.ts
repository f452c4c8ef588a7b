import { type SetStateAction, useCallback, useState } from 'react'

const memory = new Map<string, unknown>()

/**
 * State that outlives its component, for as long as the window: a half-typed form closed by mistake, the filters of a screen left
 * for another. `key` names it once in the whole window; giving it back its initial value is `forgetKept`.
 */
export function useKept<V>(key: string, initial: V): [V, (action: SetStateAction<V>) => void] {
  const [held, setHeld] = useState({ key, value: memory.has(key) ? (memory.get(key) as V) : initial })
  // The same component shown for another key (the next candidate's file) must not keep the former one's words.
  const value = held.key === key ? held.value : memory.has(key) ? (memory.get(key) as V) : initial
  const set = useCallback(
    (action: SetStateAction<V>) => {
      const before = memory.has(key) ? (memory.get(key) as V) : initial
      const next = typeof action === 'function' ? (action as (before: V) => V)(before) : action
      memory.set(key, next)
      setHeld({ key, value: next })
    },
    [key, initial],
  )
  return [value, set]
}

/** Whether something was typed or chosen under that key and not forgotten since. */
export function isKept(key: string): boolean {
  return memory.has(key)
}

export function forgetKept(key: string): void {
  memory.delete(key)
}
