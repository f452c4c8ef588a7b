import { createContext, type ReactNode, useCallback, useContext, useEffect, useId, useRef, useState } from 'react'
import { UNDO_SECONDS } from '../../domain/commands.ts'
import { IconButton } from '../../kit/button.tsx'
import { Icon } from '../../kit/icons.tsx'
import { FRAME } from '../../text/screens/frame.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { useClockReading } from '../desk-clock.ts'
import { endOf, type Offer, seenOf, type Toast, type Undo, withToast } from './toast-stack.ts'

type Say = (message: string, undo?: Undo | null, offers?: readonly Offer[]) => void

const ToastContext = createContext<Say>(() => {})

/**
 * Says what was done, at the bottom of the window; with `undo`, offers « Annuler » for as long as it can be undone; with `offers`, what else
 * can be done about it.
 */
export function useToast(): Say {
  return useContext(ToastContext)
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([])
  const [unfolded, setUnfolded] = useState(false)
  const lastId = useRef(0)
  const reading = useClockReading()
  const close = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), [])
  const say = useCallback<Say>((message, undo = null, offers = []) => {
    lastId.current += 1
    const toast = { id: lastId.current, message, undo, offers, shownAt: performance.now() }
    setToasts((all) => withToast(all, toast))
  }, [])
  // Those behind « + 2 » end too: one timer for all, set again at each reading of the desk's clock.
  useEffect(() => {
    if (toasts.length === 0) return
    const next = Math.min(...toasts.map((toast) => endOf(toast, reading)))
    const timer = setTimeout(
      () => setToasts((all) => all.filter((toast) => endOf(toast, reading) > performance.now())),
      Math.max(0, next - performance.now()),
    )
    return () => clearTimeout(timer)
  }, [toasts, reading])
  const { seen, behind } = seenOf(toasts, unfolded)
  if (unfolded && behind === 0) setUnfolded(false)
  return (
    <ToastContext value={say}>
      {children}
      <div className={unfolded ? 'toasts unfolded' : 'toasts'}>
        {behind > 0 ? (
          <button
            type="button"
            className="toast more"
            aria-expanded={unfolded}
            onClick={() => setUnfolded((one) => !one)}
          >
            <Icon name="chevron" size={14} />
            {unfolded ? FRAME.fewerToasts : FRAME.moreToasts(behind)}
          </button>
        ) : null}
        {/* Only what is added is read out, not the whole stack again. */}
        <div className="stack" role="status" aria-live="polite" aria-atomic="false">
          {seen.map((toast) => (
            <ToastLine key={toast.id} toast={toast} endsAt={endOf(toast, reading)} close={close} />
          ))}
        </div>
      </div>
    </ToastContext>
  )
}

type ToastLineProps = { toast: Toast; endsAt: number; close: (id: number) => void }

function ToastLine({ toast: { id, message, undo, offers }, endsAt, close }: ToastLineProps) {
  const messageId = useId()
  const [drawnAt] = useState(() => performance.now())
  return (
    <div className="toast">
      <p id={messageId}>{message}</p>
      {offers.map(({ words, run }) => (
        <button key={words} type="button" className="btn small" aria-describedby={messageId} onClick={run}>
          {words}
        </button>
      ))}
      {undo ? (
        <button
          type="button"
          className="btn small"
          aria-describedby={messageId}
          onClick={() => {
            undo.takeBack()
            close(id)
          }}
        >
          {REQUESTS.undo}
        </button>
      ) : (
        <IconButton icon="cross" label={FRAME.close} onPress={() => close(id)} />
      )}
      {undo && offers.length === 0 ? <span className="for-now">{REQUESTS.undoFor(UNDO_SECONDS)}</span> : null}
      {undo ? (
        // The bar runs for UNDO_SECONDS; begun earlier by what is already gone, it ends when the offer does.
        <span
          className="left"
          aria-hidden="true"
          style={{
            animationDuration: `${UNDO_SECONDS}s`,
            animationDelay: `${Math.round(endsAt - drawnAt - UNDO_SECONDS * 1000)}ms`,
          }}
        />
      ) : null}
    </div>
  )
}
