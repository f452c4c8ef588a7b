import { ProgressBar } from 'react-aria-components'

/** How far something long has come: a determinate bar, read out by its label. */
export function Progress({ label, done, total }: { label: string; done: number; total: number }) {
  const share = total > 0 ? Math.min(100, (100 * done) / total) : 0
  return (
    <ProgressBar aria-label={label} value={share} className="progress">
      <div className="track">
        <i style={{ width: `${share}%` }} />
      </div>
    </ProgressBar>
  )
}
