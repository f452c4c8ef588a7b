import latin400 from '@fontsource/inter/files/inter-latin-400-normal.woff2?inline'
import latin600 from '@fontsource/inter/files/inter-latin-600-normal.woff2?inline'
import latin700 from '@fontsource/inter/files/inter-latin-700-normal.woff2?inline'
import latinExt400 from '@fontsource/inter/files/inter-latin-ext-400-normal.woff2?inline'
import latinExt600 from '@fontsource/inter/files/inter-latin-ext-600-normal.woff2?inline'
import latinExt700 from '@fontsource/inter/files/inter-latin-ext-700-normal.woff2?inline'
import vietnamese400 from '@fontsource/inter/files/inter-vietnamese-400-normal.woff2?inline'
import vietnamese600 from '@fontsource/inter/files/inter-vietnamese-600-normal.woff2?inline'
import vietnamese700 from '@fontsource/inter/files/inter-vietnamese-700-normal.woff2?inline'

/** The ranges of the font's own style sheet. Names come from everywhere: « Thị Minh Khai » must print in the paper's font. */
const subsets = [
  {
    files: { 400: vietnamese400, 600: vietnamese600, 700: vietnamese700 },
    range:
      'U+0102-0103, U+0110-0111, U+0128-0129, U+0168-0169, U+01A0-01A1, U+01AF-01B0, U+0300-0301, U+0303-0304, U+0308-0309, U+0323, U+0329, U+1EA0-1EF9, U+20AB',
  },
  {
    files: { 400: latinExt400, 600: latinExt600, 700: latinExt700 },
    range:
      'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF',
  },
  {
    files: { 400: latin400, 600: latin600, 700: latin700 },
    range:
      'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD',
  },
]

/**
 * The paper's font as data: a paper depends on nothing outside itself. Static weights, not the window's variable font, which Chromium
 * can only embed as nameless drawings (Type 3); these are embedded as TrueType, named and searchable.
 */
export const fontFaces = subsets
  .flatMap(({ files, range }) =>
    Object.entries(files).map(
      ([weight, file]) =>
        `@font-face { font-family: "Inter"; font-weight: ${weight}; src: url(${file}) format("woff2"); unicode-range: ${range}; }`,
    ),
  )
  .join('\n')
