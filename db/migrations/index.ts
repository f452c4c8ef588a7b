import { first } from './010-first.ts'

export type Migration = { number: number; sql: string }

/** Static and forward only. Numbers go in tens; one that has shipped is never edited. */
export const migrations: readonly Migration[] = [{ number: 10, sql: first }]
