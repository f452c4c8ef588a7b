import type { Exam } from '../../domain/catalogue.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'

/** An exam of the catalogue; null when there is none with this id. */
export async function readExam(tx: Tx, id: string): Promise<Exam | null> {
  const row = await tx.selectFrom('exam').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toValue('exam', row) : null
}
