/** A program of the machine, found or not; when not, `advice` is the French sentence to show, with the command to type. */
export type Found<T> = { found: true; tool: T } | { found: false; advice: string }

/** How a search may behave: whether it may install what is missing, and where it says (in French) what it is doing. */
export type Search = { mayInstall: boolean; say: (line: string) => void }

/** May install (as root on Debian only), and says so on the terminal. */
export const installing: Search = { mayInstall: true, say: (line) => console.log(line) }

/** Gives the tool, or throws its advice: for those who cannot go on without it. */
export function required<T>(found: Found<T>): T {
  if (!found.found) throw new Error(found.advice)
  return found.tool
}
