const LENGTH = 300

/** The words of a mail server, which like to repeat the address, fit to be kept and shown: without it, on one line, not too long. */
export function withoutPersonalData(words: string, recipient: string): string {
  const local = recipient.slice(0, recipient.lastIndexOf('@'))
  const named = [recipient, ...(local.length > 2 ? [local] : [])].filter((text) => text !== '')
  const literal = named.map((text) => `${text.replace(/[^\w\s]/g, '\\$&')}|`)
  const pattern = new RegExp(`${literal.join('')}[^\\s<>]+@[^\\s<>]+`, 'gi')
  return words.replace(pattern, '…').replace(/\s+/g, ' ').trim().slice(0, LENGTH).toWellFormed()
}
