import { useState } from 'react'
import type { RequestRow } from '../../contract/desk.ts'
import { Notice } from '../../kit/status-tag.tsx'
import { MEANWHILE } from '../../text/screens/meanwhile.ts'
import { useOffice } from '../frame/office.tsx'
import { whatBecame } from './what-became.ts'

/** In a dialog about a request: what became of it since the dialog opened, in a sentence. Nothing that was typed is touched. */
export function Meanwhile({ request }: { request: RequestRow }) {
  const { desk } = useOffice()
  const [opened] = useState({ request, now: desk.now })
  const { moved, late } = whatBecame(opened, { request, now: desk.now })
  return (
    <div role="status" className="meanwhile">
      {moved.length > 0 ? (
        <Notice tone="wait" icon="alert">
          {MEANWHILE.moved(moved)}
        </Notice>
      ) : null}
      {late.length > 0 ? (
        <Notice tone="wait" icon="clock">
          {MEANWHILE.late(late)}
        </Notice>
      ) : null}
    </div>
  )
}
