import type { ReactNode } from 'react'
import { go } from '../address.ts'

type PageLinkProps = {
  to: string
  children: ReactNode
  /** Looks like a button: what most people come to this page for. */
  look?: 'plain' | 'button' | 'primary'
  current?: boolean
  /** When the visible words need more context for someone who cannot see around them. It begins with them. */
  label?: string
}

/** A link to another of these pages, without loading everything anew; opened elsewhere, it is an ordinary link. */
export function PageLink({ to, children, look = 'plain', current, label }: PageLinkProps) {
  const className = look === 'plain' ? 'page-link' : look === 'primary' ? 'btn primary' : 'btn'
  return (
    <a
      href={to}
      className={className}
      aria-label={label}
      aria-current={current ? 'page' : undefined}
      onClick={(event) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        go(to)
      }}
    >
      {children}
    </a>
  )
}
