/** Key of the request whose file is open, so that other screens can open one. */
export const OPEN_REQUEST = 'requests.open'

/** Key of who is selected in the list of a session: chosen in one, nobody is acted upon from another. */
export function selectionKey(sessionId: string): string {
  return `requests.selection ${sessionId}`
}
