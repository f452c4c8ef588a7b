import { sqlState } from './db/transaction.ts'

/**
 * What went wrong and where, without a message: databases put values, and whole statements with theirs, into their errors. Neither
 * what an error carries beside its message nor what caused it is kept.
 */
export function withoutData(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(`thrown: ${typeof error}`)
  const bare = new Error([error.name, sqlState(error)].filter(Boolean).join(' '))
  // A message may have lines that look like a trace: somebody may have typed them.
  const trace = (error.stack ?? '').replace(error.message, () => '')
  const frames = trace.split('\n').filter((line) => /^ {4}at /.test(line))
  bare.stack = [bare.message, ...frames].join('\n')
  return bare
}
