import type { KeptCommand } from '../../db/commands.ts'
import { getKept, removeRow } from '../../db/rows.ts'
import type { Tx } from '../../db/schema.ts'
import { isCommandName, leavesWithCandidate } from '../../domain/commands.ts'
import { type EntityName, isEntityName } from '../../domain/entities.ts'

/**
 * Takes away what a fact has added here and HQ has not: taken back before it left, or judged once the candidate had left the
 * centre. A rebase, which puts rows back to their confirmed copies, knows nothing of it, since facts are neither shadowed nor
 * replayed. Only of those that leave with the candidate: of the others HQ keeps the row, whatever it thinks of it, and nobody takes
 * them back.
 */
export async function removeAdded(tx: Tx, { name, touches }: Pick<KeptCommand, 'name' | 'touches'>): Promise<void> {
  if (!isCommandName(name) || !leavesWithCandidate(name)) return
  for (const { entity, id } of touches.map(placeOf)) {
    // Whatever else it concerns came from HQ, and has a revision.
    if (isEntityName(entity) && (await isOurs(tx, entity, id))) await removeRow(tx, entity, id)
  }
}

async function isOurs(tx: Tx, entity: EntityName, id: string): Promise<boolean> {
  return (await getKept(tx, entity, id))?.revision === 0
}

function placeOf(touch: string) {
  const at = touch.indexOf('/')
  return { entity: touch.slice(0, at), id: touch.slice(at + 1) }
}
