/** A PC's name as part of a file's name on any system. */
export function fileSafe(name: string): string {
  return name.replace(/[^\p{L}\p{N}-]+/gu, '-').slice(0, 40) || 'poste'
}
