import { useCallback, useEffect, useRef, useState } from 'react'
import type { ArrivalRow } from '../../contract/desk.ts'
import { api, useRows } from '../api.ts'

type Known = { rows: readonly ArrivalRow[]; ended: boolean }

/** What came from HQ, newest first, read page by page as `readMore` asks. A line never changes once it is written. */
export function useArrivals() {
  const head = useRows('arrival.list', { before: null })
  const [known, setKnown] = useState<Known | null>(null)
  const [failed, setFailed] = useState(false)
  const latest = useRef(known)
  latest.current = known
  const reading = useRef(false)

  useEffect(() => {
    const newest = head.data
    if (!newest) return
    setKnown((before) => {
      const from = before?.rows.findIndex(({ id }) => id === newest.at(-1)?.id) ?? -1
      // Read anew, or more has come than a page holds: from the top again, without a hole.
      if (!before || from < 0) return { rows: newest, ended: newest.length === 0 }
      return { rows: [...newest, ...before.rows.slice(from + 1)], ended: before.ended }
    })
  }, [head.data])

  const readMore = useCallback(async () => {
    const last = latest.current?.rows.at(-1)
    if (reading.current || !last || latest.current?.ended) return
    reading.current = true
    try {
      const page = await api.call('arrival.list', { before: last.id })
      setKnown((now) =>
        now && now.rows.at(-1)?.id === last.id ? { rows: [...now.rows, ...page], ended: page.length === 0 } : now,
      )
      setFailed(false)
    } catch {
      setFailed(true)
    } finally {
      reading.current = false
    }
  }, [])

  const retry = () => {
    setFailed(false)
    void head.refetch()
  }
  return { arrivals: known, isError: head.isError || failed, readMore, retry }
}
