const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text that is safe between tags and in quoted attributes. Names come from outside: everything printed goes through here. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '')
}

/** A piece of HTML made by `html`, told apart from text. */
export type Html = { readonly markup: string }
type Printable = Html | string | number | null | readonly Html[]

/** A template whose values are escaped, unless they are themselves made by it. */
export function html(parts: TemplateStringsArray, ...values: Printable[]): Html {
  return { markup: parts.reduce((whole, part, index) => whole + markupOf(values[index - 1] ?? null) + part) }
}

function markupOf(value: Printable): string {
  if (value === null) return ''
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value))
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('')
}

/** A text as a CSS string, for the page's margin boxes. */
export function cssString(text: string): string {
  return `"${text.replace(/["\\<\n\r]/g, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`
}
