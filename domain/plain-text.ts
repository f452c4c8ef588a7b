/** Letters that no mark tells from others, and what people type for them. */
const SPELT: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/**
 * Letters and digits without accents or case, everything else as one space: what a hurried person types, and what it is compared with.
 * Nothing in it means anything to a search engine.
 */
export function plainText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[œæßøłđðþı]/g, (letter) => SPELT[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The words of a text, plain. */
export function plainWords(text: string): string[] {
  const plain = plainText(text)
  return plain === '' ? [] : plain.split(' ')
}
