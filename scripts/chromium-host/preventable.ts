/** An Electron event that its listener may prevent. */
export function preventable<P extends object>(
  details: P,
): P & { preventDefault: () => void; defaultPrevented: boolean } {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true
    },
  }
  return event
}
