import { useEffect, useState } from 'react'
import type { WordingKind } from '../../domain/wording.ts'
import { WORDINGS } from '../../text/screens/wordings.ts'
import { api } from '../api.ts'

/** How long typing rests before the paper is drawn again, in milliseconds. */
const RESTED = 200

type Shown = { key: string; token: string }

/**
 * The paper itself, small, as it would print. It is drawn anew under the one in sight and takes its place once it is whole, so that nothing
 * blinks while one types. `text`: null for the original.
 */
export function PaperPreview({ kind, text, sound }: { kind: WordingKind; text: string | null; sound: boolean }) {
  const [shown, setShown] = useState<Shown | null>(null)
  const [next, setNext] = useState<Shown | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (!sound) return
    let wanted = true
    const timer = setTimeout(() => {
      api.call('wording.preview', { kind, text }).then(
        ({ token }) => {
          if (!wanted) return
          setFailed(false)
          setNext({ key: token, token })
        },
        () => wanted && setFailed(true),
      )
    }, RESTED)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [kind, text, sound])
  const frames = [shown, next].flatMap((one) => one ?? [])
  return (
    <figure className="paper-preview">
      <figcaption>{WORDINGS.preview}</figcaption>
      <p className="hint" role="status">
        {failed ? WORDINGS.previewFailed : sound ? WORDINGS.previewHint : WORDINGS.previewWaits}
      </p>
      <div className="sheet-of-paper">
        {frames.map(({ key, token }) => (
          <iframe
            key={key}
            title={WORDINGS.preview}
            src={`preview/${token}`}
            sandbox=""
            tabIndex={-1}
            aria-hidden={token === shown?.token || shown === null ? undefined : true}
            className={token === shown?.token ? 'shown' : ''}
            onLoad={() => {
              if (token !== next?.token) return
              setShown(next)
              setNext(null)
            }}
          />
        ))}
      </div>
    </figure>
  )
}
