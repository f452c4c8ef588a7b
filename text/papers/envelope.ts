import { plural } from '../format.ts'

/** The words about envelopes; on them there are none but addresses. */
export const ENVELOPE = {
  title: (name: string): string => `Enveloppe de ${name}`,
  titleOfMany: (count: number): string => `${count} ${plural(count, 'enveloppe', 'enveloppes')}`,
} as const
