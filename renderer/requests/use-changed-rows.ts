import { useEffect, useRef, useState } from 'react'
import type { RequestRow } from '../../contract/desk.ts'
import { isOwnClick } from '../run-click.ts'
import { lookOfRow } from './look-of-row.ts'

/** How long a change that came by itself stays marked, in milliseconds. */
const MARKED_FOR = 8000

const NONE: ReadonlySet<string> = new Set()

/** The requests that somebody else changed while they were read here: marked for a few seconds. What a click here changed is known. */
export function useChangedRows(rows: ReadonlyMap<string, RequestRow>): ReadonlySet<string> {
  const looks = useRef(new Map<string, { row: RequestRow; look: string }>())
  const [changed, setChanged] = useState(NONE)
  useEffect(() => {
    const news: string[] = []
    for (const [id, row] of rows) {
      const known = looks.current.get(id)
      if (known?.row === row) continue
      const look = lookOfRow(row)
      if (known && known.look !== look && !isOwnClick()) news.push(id)
      looks.current.set(id, { row, look })
    }
    if (news.length > 0) setChanged((before) => new Set([...before, ...news]))
  }, [rows])
  useEffect(() => {
    if (changed.size === 0) return
    const timer = setTimeout(() => setChanged(NONE), MARKED_FOR)
    return () => clearTimeout(timer)
  }, [changed])
  return changed
}
