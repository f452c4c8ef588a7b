import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { UNDO_SECONDS } from '../../domain/commands.ts'
import { FRAME } from '../../text/screens/frame.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { IconButton } from './button.tsx'

type Toast = { id: number; message: string; undo: (() => void) | null }
type Say = (message: string, undo?: (() => void) | null) => void

const ToastContext = createContext<Say>(() => {})
const SHOWN_SECONDS = 6

/** Says what was done, at the bottom of the window; with `undo`, offers « Annuler » for as long as it can be undone. */
export function useToast(): Say {
  return useContext(ToastContext)
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([])
  const lastId = useRef(0)
  const close = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), [])
  const say = useCallback<Say>((message, undo = null) => {
    lastId.current += 1
    const toast = { id: lastId.current, message, undo }
    // Older words give way, an « Annuler » that still works does not.
    setToasts((all) => [...all.filter((one) => one.undo !== null).slice(-1), toast])
  }, [])
  return (
    <ToastContext value={say}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {useMemo(
          () => toasts.map((toast) => <ToastLine key={toast.id} toast={toast} close={close} />),
          [toasts, close],
        )}
      </div>
    </ToastContext>
  )
}

function ToastLine({ toast, close }: { toast: Toast; close: (id: number) => void }) {
  useEffect(() => {
    const timer = setTimeout(() => close(toast.id), (toast.undo ? UNDO_SECONDS : SHOWN_SECONDS) * 1000)
    return () => clearTimeout(timer)
  }, [toast, close])
  const { undo } = toast
  return (
    <div className="toast">
      <p>{toast.message}</p>
      {undo ? (
        <button
          type="button"
          className="btn small"
          onClick={() => {
            undo()
            close(toast.id)
          }}
        >
          {REQUESTS.undo}
        </button>
      ) : (
        <IconButton icon="cross" label={FRAME.close} onPress={() => close(toast.id)} />
      )}
      {undo ? <span className="left" aria-hidden="true" /> : null}
    </div>
  )
}
