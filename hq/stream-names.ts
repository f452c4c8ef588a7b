/** The stream that everyone reads. */
export const COMMON_STREAM = 'common'

/** The stream of one centre. */
export function centreStream(centreId: string): string {
  return `centre:${centreId}`
}

/** No feed: what `notePublished` is told when a mail is queued, so that it leaves at once. */
export const MAIL_STREAM = 'mail'
