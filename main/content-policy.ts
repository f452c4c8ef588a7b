/**
 * The one inline style the window runs: React Aria's `touch-action` rule (`usePress`), allowed by its hash. When an upgrade
 * changes the rule, test/e2e/security.spec.ts fails on the violation and prints the new hash.
 */
const REACT_ARIA_STYLE = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='"

/** What the window may load: its own files, nothing inline, nothing from elsewhere. */
export const WINDOW_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${REACT_ARIA_STYLE}`,
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** What a paper may load: what it carries itself (styles, fonts and images as data), and never a script. */
const OF_PAPERS = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'font-src data:',
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
]
export const PAPER_POLICY = [...OF_PAPERS, "frame-ancestors 'none'"].join('; ')

/**
 * The same in a frame of the window, for a preview. `sandbox`: although it comes from the window's host, it is of no origin, so it is never
 * the window's (which may call main), and runs no script.
 */
export const PREVIEW_POLICY = [...OF_PAPERS, "frame-ancestors 'self'", 'sandbox'].join('; ')
