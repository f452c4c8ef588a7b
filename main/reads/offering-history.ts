import { sql } from 'kysely'
import type { OfferingChange } from '../../contract/desk-session.ts'
import { decode } from '../../db/codec.ts'
import { listPending } from '../../db/commands.ts'
import type { Db } from '../../db/schema.ts'
import type { CommandName } from '../../domain/commands.ts'
import { toldOf } from '../../domain/told.ts'

/** What changes an offering, or when and where it is sat. */
const CHANGES: readonly string[] = [
  'offering.set-seats',
  'offering.open',
  'offering.close',
  'sitting.set',
  'sitting.cancel',
] satisfies CommandName[]

/** The latest are looked for, never those of ten sessions ago. */
const SHOWN = 50

/**
 * Who changed an offering, when and what: newest first. HQ tells every PC of what it applied; what this PC has still to transmit stands
 * on top. What HQ refused changed nothing, and is in À revoir.
 */
export async function readOfferingHistory(db: Db, offeringId: string): Promise<OfferingChange[]> {
  const row = `offering/${offeringId}`
  const own = (await listPending(db)).filter(({ name, touches }) => CHANGES.includes(name) && touches.includes(row))
  const outcomes = await db
    .selectFrom('outcome')
    .selectAll()
    .where('name', 'in', CHANGES)
    .where('status', '=', 'applied')
    .where(sql<boolean>`outcome.id in (select outcome_id from outcome_about where about = ${row})`)
    .orderBy('decidedAt', 'desc')
    // What leaves together is often judged within one instant.
    .orderBy('doneAt', 'desc')
    .limit(SHOWN)
    .execute()
  return [
    ...own.toReversed().map(({ id, name, at, operator, doubtful, args }): OfferingChange => {
      const { told } = toldOf(args, [])
      return { commandId: id, name, at, operatorName: operator.name, state: doubtful ? 'doubtful' : 'waiting', told }
    }),
    ...outcomes.map((stored): OfferingChange => {
      const { id, name, doneAt, decidedAt, operatorName, told } = decode('outcome', stored)
      return { commandId: id, name, at: doneAt ?? decidedAt, operatorName, state: 'applied', told }
    }),
  ]
}
