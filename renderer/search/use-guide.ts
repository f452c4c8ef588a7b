import { useEffect, useState } from 'react'
import { makeSearchable, type Searchable } from '../help/search-guide.ts'

const NONE: Searchable = []

/** The pages of the guide; none while they are read from the disk, at the first search of a session. */
export function useGuide(): Searchable {
  const [pages, setPages] = useState(NONE)
  useEffect(() => {
    let here = true
    void import('virtual:guide').then((guide) => here && setPages(makeSearchable(guide.pages)))
    return () => {
      here = false
    }
  }, [])
  return pages
}
