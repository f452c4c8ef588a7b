import type { Command, CommandArgs, CommandFacts, CommandName } from '../../domain/commands.ts'
import type { Write } from '../../domain/entities.ts'
import type { Instant } from '../../domain/time.ts'
import type { Tx } from '../db/open.ts'
import type { CentreWrites } from '../feed.ts'
import type { Hq } from '../hq.ts'

/** What a command is about, for the line in « À revoir ». */
export type Subject = { requestId: string | null; entryIds: readonly string[]; paymentId: string | null }

export type Loaded<N extends CommandName> = {
  facts: CommandFacts[N]
  subject: Subject
  /** What HQ adds of its own when the command is accepted. `at`: HQ's instant. */
  alongside?: (accepted: { at: Instant; command: Command; hq: Pick<Hq, 'clock' | 'random'> }) => Promise<Write[]>
  /** Rows of other centres that change with it, asked for after `alongside`. */
  elsewhere?: (accepted: { at: Instant }) => Promise<CentreWrites[]>
}

/**
 * Loads what a rule needs to know, under lock, from one centre: rows of another are not found. Locks are taken in one order
 * everywhere (device, series of papers, payments, the person, candidates and organisations, offerings, entries, lines to review, each by
 * id, then feed heads), so that none wait in a circle.
 */
export type Loader<N extends CommandName> = (
  tx: Tx,
  centreId: string,
  args: CommandArgs<N>,
  deviceId: string,
  hq: Pick<Hq, 'nirKey'>,
) => Promise<Loaded<N>>
