import { sql } from 'kysely'
import type { Command } from '../../domain/commands.ts'
import type { Refusal } from '../../domain/decision.ts'
import type { Write } from '../../domain/entities.ts'
import { uuidV7 } from '../../domain/ids.ts'
import type { ReviewItem } from '../../domain/review.ts'
import type { Instant } from '../../domain/time.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'
import type { Subject } from './loader.ts'

/** As many as the shape of a ReviewItem holds; beyond, a second item says the rest. */
const MOST_DEPENDENTS = 100

export type Trouble = { kind: ReviewItem['kind']; refusal: Refusal; subject: Subject }
type Case = { command: Command; centreId: string; at: Instant; random: (size: number) => Uint8Array }

/**
 * What a person must look at: one ReviewItem a root. A command that fell because of another, or that follows a fact which is
 * already being looked at, is added to that item instead.
 */
export async function askForReview(
  tx: Tx,
  { command, centreId, at, random }: Case,
  { kind, refusal, subject }: Trouble,
): Promise<Write> {
  const root = await findRoot(tx, centreId, command.dependsOn)
  if (root && root.dependents.length < MOST_DEPENDENTS) {
    const dependent = { commandId: command.id, name: command.name, code: refusal.code }
    return { entity: 'reviewItem', value: { ...root, dependents: [...root.dependents, dependent] } }
  }
  const device = await tx
    .selectFrom('device')
    .select('name')
    .where('centreId', '=', centreId)
    .where('id', '=', command.deviceId)
    .executeTakeFirst()
  return {
    entity: 'reviewItem',
    value: {
      id: uuidV7(at, random(16)),
      commandId: command.id,
      kind,
      name: command.name,
      code: refusal.code,
      detail: refusal.detail ? { ...refusal.detail } : null,
      requestId: subject.requestId,
      entryIds: [...subject.entryIds],
      paymentId: subject.paymentId,
      deviceName: device?.name ?? '',
      operatorName: command.operator.name,
      doneAt: command.at,
      judgedAt: at,
      dependents: [],
    },
  }
}

/**
 * The locks come first, the settlements in a statement of their own: one that waited for a lock looks at the locked row again, and at
 * nothing else of what was committed meanwhile.
 */
async function findRoot(tx: Tx, centreId: string, dependsOn: readonly string[]): Promise<ReviewItem | null> {
  if (dependsOn.length === 0) return null
  const candidates = await tx
    .selectFrom('reviewItem')
    .selectAll()
    .where('centreId', '=', centreId)
    .where(({ or, eb }) =>
      or([
        eb('commandId', 'in', dependsOn),
        ...dependsOn.map((commandId) => sql<boolean>`dependents @> ${JSON.stringify([{ commandId }])}::jsonb`),
      ]),
    )
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  if (candidates.length === 0) return null
  const settlements = await tx
    .selectFrom('reviewSettlement')
    .select('reviewItemId')
    .where('centreId', '=', centreId)
    .where(
      'reviewItemId',
      'in',
      candidates.map(({ id }) => id),
    )
    .execute()
  // A settled item is closed: what falls later must be seen, in an item of its own.
  const settled = new Set(settlements.map(({ reviewItemId }) => reviewItemId))
  const root = candidates.find(({ id }) => !settled.has(id))
  return root ? toValue('reviewItem', root) : null
}
