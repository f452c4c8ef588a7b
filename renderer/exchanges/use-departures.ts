import { useCallback, useEffect, useRef, useState } from 'react'
import type { ExchangePage, ExchangeQuery } from '../../contract/desk.ts'
import { api, useRows } from '../api.ts'
import { type Departures, mayHaveChanged, withPage } from './departures-list.ts'

type Asked = Omit<ExchangeQuery, 'before'>

/**
 * The departures that answer a question, read page by page as `readMore` asks. When something changes only the newest page and the
 * lines that HQ had not answered are read again, however far one has scrolled.
 * @param heard what says whether HQ hears this PC: the lines are told by it, and are read again when it changes
 */
export function useDepartures(asked: Asked, heard: string) {
  const key = JSON.stringify(asked)
  const head = useRows('exchange.list', { ...asked, before: null })
  const { refetch } = head
  const toldBy = useRef(heard)
  const [shown, setShown] = useState<(Departures & { key: string; counts: ExchangePage['counts'] }) | null>(null)
  const [failed, setFailed] = useState(false)
  const latest = useRef(shown)
  latest.current = shown
  const reading = useRef(false)

  const take = useCallback(
    (page: ExchangePage, before: number | null) => {
      const known = latest.current?.key === key ? latest.current : null
      const next = { ...withPage(known, page, before), key, counts: page.counts }
      latest.current = next
      setShown(next)
      return next
    },
    [key],
  )
  const readFrom = useCallback(
    (before: number) => api.call('exchange.list', { ...(JSON.parse(key) as Asked), before }),
    [key],
  )

  useEffect(() => {
    if (!head.data) return
    let current = true
    const refresh = async (first: ExchangePage) => {
      let known = take(first, null)
      let { next } = first
      while (next !== null && mayHaveChanged(known, next)) {
        const page: ExchangePage = await readFrom(next)
        if (!current) return
        known = take(page, next)
        next = page.next
      }
    }
    refresh(head.data).then(
      () => current && setFailed(false),
      () => current && setFailed(true),
    )
    return () => {
      current = false
    }
  }, [head.data, take, readFrom])

  useEffect(() => {
    if (toldBy.current === heard) return
    toldBy.current = heard
    void refetch()
  }, [heard, refetch])

  const readMore = useCallback(async () => {
    const known = latest.current
    if (reading.current || known?.key !== key || known.next === null) return
    reading.current = true
    try {
      const before = known.next
      const page = await readFrom(before)
      // What was shown has moved on meanwhile: this page would not follow it.
      if (latest.current?.key === key && latest.current.next === before) take(page, before)
      setFailed(false)
    } catch {
      setFailed(true)
    } finally {
      reading.current = false
    }
  }, [key, take, readFrom])

  return {
    /** Until the first answer to a new question, the lines of the former one stay. */
    departures: shown,
    isError: head.isError || failed,
    readMore,
    retry: () => {
      setFailed(false)
      void head.refetch()
    },
  }
}
