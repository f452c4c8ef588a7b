/** The stream that everyone reads. */
export const COMMON_STREAM = 'common'

/** The stream of one centre. */
export function centreStream(centreId: string): string {
  return `centre:${centreId}`
}
