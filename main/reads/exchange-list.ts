import type { ExchangePage, ExchangeQuery, ExchangeRow } from '../../contract/desk.ts'
import { EXCHANGE_STATES } from '../../contract/states.ts'
import { countByState, listRegister } from '../../db/commands.ts'
import type { CommandState, Db } from '../../db/schema.ts'
import { readSyncState } from '../../db/sync-state.ts'
import { isUnheard, writtenFile } from '../rescue/written-file.ts'
import { describeCommands, type Sending } from './describe-commands.ts'

/** Lines of one page of the screen. */
const PAGE = 100
/** Read at once while looking for a text: names are joined to the lines before they can be judged. */
const READ = 400

/**
 * The register of departures: every command of this PC, newest first, whatever became of it. With a text, lines that name a candidate, a
 * person, an exam or a receipt that contains it, accents and case aside. What left without being heard is « waiting » again here.
 * @param troubled exchanges fail for a reason that the database could not keep
 */
export async function listExchanges(
  db: Db,
  { states, text, before }: ExchangeQuery,
  troubled = false,
): Promise<ExchangePage> {
  const state = await readSyncState(db)
  const sending: Sending = { unheard: troubled || isUnheard(state), file: writtenFile(state) }
  const counts = await countAll(db, sending)
  const kept = sending.unheard ? keptStates(states) : states
  const wanted = plain(text.trim())
  const limit = wanted === '' ? PAGE : READ
  const rows: ExchangeRow[] = []
  if (kept === null) return { rows, next: null, counts }
  for (let last = before; ; ) {
    const read = await describeCommands(db, await listRegister(db, { states: kept, before: last, limit }), sending)
    for (const row of read) {
      if (rows.length === PAGE) return { rows, next: last, counts }
      last = row.sequence
      if (wanted === '' || plain(searched(row)).includes(wanted)) rows.push(row)
    }
    if (read.length < limit) return { rows, next: null, counts }
    if (rows.length === PAGE) return { rows, next: last, counts }
  }
}

/** As the register keeps them: « waiting » stands for both, nothing is « sending ». Null: no line can be so. */
function keptStates(states: readonly CommandState[]): readonly CommandState[] | null {
  if (states.length === 0) return states
  const kept = states.flatMap((state): CommandState[] =>
    state === 'waiting' ? ['waiting', 'sending'] : state === 'sending' ? [] : [state],
  )
  return kept.length === 0 ? null : kept
}

function searched({ candidateNames, payerName, operatorName, examCodes, reference, creditNote }: ExchangeRow): string {
  return [...candidateNames, payerName, operatorName, ...examCodes, reference, creditNote]
    .filter((one) => one !== null)
    .join('\n')
}

/** Without accents and case. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

async function countAll(db: Db, { unheard }: Sending): Promise<ExchangePage['counts']> {
  const kept = await countByState(db)
  const counts = Object.fromEntries(EXCHANGE_STATES.map((state) => [state, kept.get(state) ?? 0]))
  const told = counts as ExchangePage['counts']
  return unheard ? { ...told, waiting: told.waiting + told.sending, sending: 0 } : told
}
