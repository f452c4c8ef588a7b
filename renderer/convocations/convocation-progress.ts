import { useSyncExternalStore } from 'react'
import { api } from '../api.ts'

export type ConvocationProgress = { done: number; total: number }

/** Of the whole window: a printing goes on while its screen is left for another. */
let current: ConvocationProgress | null = null
const listeners = new Set<() => void>()

api.on('printing.progress', ({ progress }) => {
  current = progress
  for (const listener of listeners) listener()
})

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** How far the printing of convocations is; null while none are being printed. */
export function useConvocationProgress(): ConvocationProgress | null {
  return useSyncExternalStore(subscribe, () => current)
}
