import { useSyncExternalStore } from 'react'

/** Where the person is: one of HQ's page addresses, what follows its `?`, and what that entry of the history carries. */
export type Address = { path: string; query: URLSearchParams; state: unknown }

let current = readAddress()
const listeners = new Set<() => void>()

window.addEventListener('popstate', noteAddress)

/** The page's address, anew whenever it changes. */
export function useAddress(): Address {
  return useSyncExternalStore(subscribe, () => current)
}

/** Goes to another address of these pages. `replace`: going back skips the one that is left. */
export function go(to: string, { replace = false, state = null }: { replace?: boolean; state?: unknown } = {}): void {
  if (replace) window.history.replaceState(state, '', to)
  else window.history.pushState(state, '', to)
  noteAddress()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function noteAddress(): void {
  current = readAddress()
  for (const listener of listeners) listener()
}

function readAddress(): Address {
  const { location, history } = window
  const path = location.pathname.length > 1 ? location.pathname.replace(/\/+$/, '') : '/'
  return { path: path || '/', query: new URLSearchParams(location.search), state: history.state }
}
