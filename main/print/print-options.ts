/**
 * Constants, never a caller's values: one bad margin breaks printing until the application starts again.
 * The paper's own `@page` rule says its real size and margins (`preferCSSPageSize`).
 */
export const PRINT_OPTIONS: Electron.PrintToPDFOptions = {
  pageSize: 'A4',
  margins: { top: 0.55, bottom: 0.63, left: 0.63, right: 0.63 },
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
}

// Loads every declared face: a face first used on page 3 would otherwise be missing when page 1 is ready.
export const LOAD_FONTS =
  'Promise.all([...document.fonts].map((face) => face.load())).then(() => document.fonts.ready).then(() => true)'
