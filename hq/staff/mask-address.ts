/** An address as staff are shown it: enough to know it again, too little to write to. « m…e@example.org » */
export function maskAddress(email: string): string {
  const at = email.lastIndexOf('@')
  const local = Array.from(at < 0 ? email : email.slice(0, at))
  const last = local.length > 2 ? (local.at(-1) ?? '') : ''
  return `${local[0] ?? ''}…${last}${at < 0 ? '' : email.slice(at)}`
}
