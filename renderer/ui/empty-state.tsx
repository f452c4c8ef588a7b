import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Icon, type IconName } from '../../kit/icons.tsx'
import { TROUBLE } from '../../text/screens/frame.ts'

type EmptyStateProps = { icon: IconName; title: string; text: string; level?: 'h1' | 'h2'; children?: ReactNode }

/** What stands where rows would be: what there is none of, and what to do about it. */
export function EmptyState({ icon, title, text, level, children }: EmptyStateProps) {
  const Title = level ?? 'h2'
  return (
    <div className="empty">
      <Icon name={icon} />
      <Title>{title}</Title>
      <p>{text}</p>
      {children}
    </div>
  )
}

/** Rows could not be read: what happened, what was kept, what to do. */
export function ErrorState({ retry }: { retry: () => void }) {
  return (
    <div role="alert">
      <EmptyState level="h1" icon="alert" title={TROUBLE.title} text={TROUBLE.text}>
        <Button onPress={retry}>{TROUBLE.retry}</Button>
      </EmptyState>
    </div>
  )
}

/** How long reading may take before anything is said of it, in milliseconds: what comes in a blink is not announced. */
const LATE = 400

/** Said, and drawn, only when reading takes longer than a blink. */
export function Loading() {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LATE)
    return () => clearTimeout(timer)
  }, [])
  return (
    <p className="loading muted" role="status">
      {late ? TROUBLE.loading : null}
    </p>
  )
}
