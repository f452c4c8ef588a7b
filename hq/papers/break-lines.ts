const clusters = new Intl.Segmenter('fr', { granularity: 'grapheme' })

/**
 * The text as lines no wider than `width`: broken at its line feeds, at spaces, after hyphens and slashes, and within a word only when
 * the word alone is wider. Nothing is ever cut off. No-break spaces do not break. A line keeps the space that ends it, and has one for
 * a line feed, so that its last word does not run into the next for somebody who listens or copies; such a space is not measured.
 * @param measure the width of a text, in the unit of `width`
 */
export function breakLines(text: string, width: number, measure: (text: string) => number): string[] {
  const parts = text.split(/\r\n|[\n\r\u2028\u2029]/)
  return parts.flatMap((part, at) => breakPart(at < parts.length - 1 ? `${part} ` : part, width, measure))
}

function breakPart(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/(?<=[ \-/\u2010\u2013@])/)) {
    if (measure((line + word).trimEnd()) <= width) {
      line += word
      continue
    }
    if (line.trim() !== '') lines.push(line)
    line = ''
    for (const { segment } of clusters.segment(word)) {
      if (line !== '' && measure((line + segment).trimEnd()) > width) {
        lines.push(line)
        line = ''
      }
      line += segment
    }
  }
  return [...lines, line]
}
