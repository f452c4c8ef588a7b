import type { ModificationFacts } from '../../domain/modification.ts'
import type { Tx } from '../db/open.ts'
import { type LockedRequest, lockRequest } from './lock-request.ts'

/** A request with all that its modification is judged by. */
export type ToModify = LockedRequest & Pick<ModificationFacts, 'situation' | 'funding' | 'exams'>

/**
 * A request, locked with all that goes with it (`lockRequest`).
 * Null when this candidate has no such request ahead, or HQ no form of theirs.
 */
export async function lockModifiable(tx: Tx, asked: Parameters<typeof lockRequest>[1]): Promise<ToModify | null> {
  const locked = await lockRequest(tx, asked)
  const file = await tx
    .selectFrom('candidateFile')
    .select(['situation', 'funding'])
    .where('candidateId', '=', asked.candidateId)
    .executeTakeFirst()
  if (!locked || !file) return null
  const exams = await tx.selectFrom('exam').selectAll().where('sessionId', '=', locked.request.sessionId).execute()
  return { ...locked, exams, situation: file.situation, funding: file.funding }
}
