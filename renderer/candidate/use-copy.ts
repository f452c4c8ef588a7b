import { useCallback, useEffect, useState } from 'react'
import { CANDIDATE } from '../../text/screens/candidate.ts'
import { useToast } from '../ui/toast.tsx'

/** How long a button says « Copié », in milliseconds. */
const SAID_FOR = 2500

/** Puts a text on the clipboard; `copied` is the text for as long as the button that did it says so. */
export function useCopy(): { copied: string | null; copy: (text: string) => void } {
  const say = useToast()
  const [copied, setCopied] = useState<string | null>(null)
  useEffect(() => {
    if (copied === null) return
    const timer = setTimeout(() => setCopied(null), SAID_FOR)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = useCallback((text: string) => (putOnClipboard(text) ? setCopied(text) : say(CANDIDATE.notCopied)), [say])
  return { copied, copy }
}

/**
 * As Ctrl+C would, while a key or a click is being answered. `navigator.clipboard` asks for a permission, and this window grants none
 * (`main/security.ts`).
 */
function putOnClipboard(text: string): boolean {
  let put = false
  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    event.clipboardData?.setData('text/plain', text)
    put = event.clipboardData !== null
  }
  document.addEventListener('copy', onCopy, { capture: true })
  try {
    return document.execCommand('copy') && put
  } finally {
    document.removeEventListener('copy', onCopy, { capture: true })
  }
}
