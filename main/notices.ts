import { addAudit } from '../db/audit.ts'
import { acknowledgeNotice } from '../db/notices.ts'
import type { Db } from '../db/schema.ts'
import { type ClickContext, newId } from './commands/context.ts'

/** A person has read what happened to this PC: it is not shown again, and who read it is noted. */
export async function acknowledge(
  db: Db,
  noticeId: string,
  { clock, random, operatorName }: Pick<ClickContext, 'clock' | 'random'> & { operatorName: string },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const at = clock.now()
    await acknowledgeNotice(tx, noticeId, at)
    const id = newId({ clock, random })
    await addAudit(tx, { id, at, operatorName, kind: 'notice-acknowledged', detail: { noticeId } })
  })
}
