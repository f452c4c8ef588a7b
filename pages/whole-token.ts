/** 256 bits of chance as HQ writes them in the links of its mails (base64url, without padding). */
const TOKEN = /^[\w-]{43}$/

/** Whether a link of a mail came whole: one that was cut says so at once, before anything is asked. What is whole may still be over. */
export function isWholeToken(token: string): boolean {
  return TOKEN.test(token)
}
