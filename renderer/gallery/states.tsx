import type { ReactNode } from 'react'

/** One kind of part, and its states side by side. */
export function Family({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <div className="states">{children}</div>
    </section>
  )
}

/** One state, named. */
export function State({ name, children }: { name: string; children: ReactNode }) {
  return (
    <figure>
      <figcaption>{name}</figcaption>
      {children}
    </figure>
  )
}
