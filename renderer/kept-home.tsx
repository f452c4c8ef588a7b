import { type ReactNode, useEffect, useState } from 'react'
import type { KeptValue } from '../contract/kept.ts'
import { KEPT_LIMIT } from '../contract/limits.ts'
import { flushKept, type KeptPair, openKept } from '../kit/kept.ts'
import { api } from './api.ts'
import { Loading } from './ui/empty-state.tsx'

/** Takes out what this person kept before anything is drawn for them, and writes behind what they change. One person, one `key`. */
export function KeptHome({ operatorId, children }: { operatorId: string; children: ReactNode }) {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    let wanted = true
    void readKept().then((values) => {
      if (!wanted) return
      openKept({ values, save: (changes) => saveKept(operatorId, changes) })
      setOpen(true)
    })
    return () => {
      wanted = false
    }
  }, [operatorId])
  useEffect(flushWhenLeft, [])
  return open ? children : <Loading />
}

/** What cannot be read must keep nobody from working: they begin as on the first day. */
async function readKept(): Promise<KeptValue[]> {
  try {
    return await api.call('kept.list', {})
  } catch {
    return []
  }
}

async function saveKept(operatorId: string, changes: readonly KeptPair[]): Promise<void> {
  const values = changes.flatMap(({ key, value }) => {
    const text = JSON.stringify(value ?? null)
    return text.length <= KEPT_LIMIT ? [{ key, value: JSON.parse(text) as KeptValue['value'] }] : []
  })
  if (values.length > 0) await api.call('kept.set', { operatorId, values })
}

/** The window closes, or another one comes in front of it: nothing waits any longer. */
function flushWhenLeft(): () => void {
  const flush = () => void flushKept()
  window.addEventListener('pagehide', flush)
  window.addEventListener('blur', flush)
  document.addEventListener('visibilitychange', flush)
  return () => {
    window.removeEventListener('pagehide', flush)
    window.removeEventListener('blur', flush)
    document.removeEventListener('visibilitychange', flush)
    flush()
  }
}
