import type { ReactNode } from 'react'
import { Brand } from '../frame/brand.tsx'

/** The sheet on which everything before the first screen is written. */
export function StartCard({
  place,
  title,
  text,
  children,
}: {
  place: string
  title: string
  text: string
  children: ReactNode
}) {
  return (
    <main className="start">
      <div className="card">
        <Brand place={place} />
        <div>
          <h1>{title}</h1>
          <p className="muted">{text}</p>
        </div>
        {children}
      </div>
    </main>
  )
}
