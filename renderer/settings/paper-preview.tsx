import { useEffect, useRef, useState } from 'react'
import type { PaperPreview as Typed } from '../../contract/desk-wordings.ts'
import { Tick } from '../../kit/fields.tsx'
import { WORDINGS } from '../../text/screens/wordings.ts'
import { api } from '../api.ts'

/** How long typing rests before the paper is drawn again, in milliseconds. */
const RESTED = 200

type PaperPreviewProps = {
  typed: Typed
  /** Whether what is typed can be printed: until then, the paper in sight stays. */
  sound: boolean
  hint: string
  /** What else the paper is made of, to be drawn again when it changes. */
  stamp?: string | null
}

/**
 * The paper itself, small, as it would print. It is drawn anew under the one in sight and takes its place once it is whole, so that nothing
 * blinks while one types.
 */
export function PaperPreview({ typed, sound, hint, stamp = null }: PaperPreviewProps) {
  const [shown, setShown] = useState<string | null>(null)
  const [next, setNext] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  const [grey, setGrey] = useState(false)
  const asked = JSON.stringify([typed, stamp])
  const isBlank = useRef(true)
  useEffect(() => {
    // What is saved is better than nothing, when somebody comes back to a text that they have still to mend.
    if (!sound && !isBlank.current) return
    let wanted = true
    const timer = setTimeout(() => {
      const [input] = JSON.parse(asked) as [Typed]
      api.call('paper.preview', sound ? input : { kind: input.kind }).then(
        ({ token }) => {
          if (!wanted) return
          isBlank.current = false
          setFailed(false)
          setNext(token)
        },
        () => wanted && setFailed(true),
      )
    }, RESTED)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [asked, sound])
  return (
    <figure className="paper-preview">
      <figcaption>{WORDINGS.preview}</figcaption>
      <p className="hint" role="status">
        {failed ? WORDINGS.previewFailed : sound ? hint : WORDINGS.previewWaits}
      </p>
      <div className={grey ? 'sheet-of-paper grey' : 'sheet-of-paper'}>
        {[shown, next].map((token) =>
          token === null ? null : (
            <iframe
              key={token}
              title={WORDINGS.preview}
              src={`preview/${token}`}
              sandbox=""
              tabIndex={-1}
              className={token === shown ? 'shown' : ''}
              onLoad={() => {
                if (token !== next) return
                setShown(token)
                setNext(null)
              }}
            />
          ),
        )}
      </div>
      <Tick id="grey-preview" checked={grey} onChange={setGrey}>
        {WORDINGS.grey}
      </Tick>
    </figure>
  )
}
