import { createHash } from 'node:crypto'
import { rowsBy } from '../../db/request-parts.ts'
import { canonicalJson } from '../../domain/canonical-json.ts'
import { newId } from './context.ts'
import type { DeskHandler } from './handler.ts'

/**
 * The version comes with the draft: it is printed on the paper, which was made before. Two PCs may give the same; `isLater` tells which
 * counts.
 */
export const issuePaper: DeskHandler<'paper.issue'> = {
  complete: async (_tx, draft, context) => ({
    issuedAt: context.clock.now(),
    ...draft,
    papers: listOf(draft.papers).map((paper) => ({
      ...paper,
      id: newId(context),
      fingerprint: fingerprintOf(String(paper.content)),
    })),
  }),
  load: async (tx, { papers }) => {
    const requestIds = papers.map(({ requestId }) => requestId)
    const requests = await rowsBy(tx, 'request', 'id', requestIds)
    return { known: new Map(requests.map(({ id, candidateId }) => [id, candidateId])) }
  },
}

/** What a draft holds is not read yet: the arguments are checked once they are complete. */
function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value : []
}

/**
 * SHA-256, in hexadecimal, of a content as canonical JSON.
 * @throws SyntaxError when it is no JSON: papers are drafted by main alone
 */
export function fingerprintOf(content: string): string {
  return createHash('sha256')
    .update(canonicalJson(JSON.parse(content)))
    .digest('hex')
}
