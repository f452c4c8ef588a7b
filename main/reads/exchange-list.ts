import type { ExchangePage, ExchangeQuery, ExchangeRow } from '../../contract/desk.ts'
import { EXCHANGE_STATES } from '../../contract/desk.ts'
import { countByState, type KeptCommand, listRegister } from '../../db/commands.ts'
import { getRows, listRows } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { fullName } from '../../domain/candidate.ts'
import type { EntityName } from '../../domain/entities.ts'

/** Lines of one page of the screen. */
const PAGE = 100
/** Read at once while looking for a text: names are joined to the lines before they can be judged. */
const READ = 400

/**
 * The register of departures: every command of this PC, newest first, whatever became of it. With a text, lines that name a candidate, a
 * person, an exam or a receipt that contains it, accents and case aside.
 */
export async function listExchanges(db: Db, { states, text, before }: ExchangeQuery): Promise<ExchangePage> {
  const counts = await countAll(db)
  const wanted = plain(text.trim())
  const limit = wanted === '' ? PAGE : READ
  const rows: ExchangeRow[] = []
  for (let last = before; ; ) {
    const read = await describe(db, await listRegister(db, { states, before: last, limit }))
    for (const row of read) {
      if (rows.length === PAGE) return { rows, next: last, counts }
      last = row.sequence
      if (wanted === '' || plain(searched(row)).includes(wanted)) rows.push(row)
    }
    if (read.length < limit) return { rows, next: null, counts }
    if (rows.length === PAGE) return { rows, next: last, counts }
  }
}

async function describe(db: Db, commands: readonly KeptCommand[]): Promise<ExchangeRow[]> {
  const touched = (entity: EntityName, { touches }: KeptCommand) =>
    touches.flatMap((touch) => (touch.startsWith(`${entity}/`) ? touch.slice(entity.length + 1) : []))
  const rowsOf = async <E extends EntityName>(entity: E, ids: Iterable<string>) =>
    new Map((await getRows(db, entity, [...new Set(ids)])).map((row) => [row.id, row]))
  const all = (entity: EntityName) => commands.flatMap((command) => touched(entity, command))
  const entries = await rowsOf('entry', all('entry'))
  const candidates = await rowsOf('candidate', [
    ...all('candidate'),
    ...[...entries.values()].map(({ candidateId }) => candidateId),
  ])
  const exams = new Map((await listRows(db, 'exam')).map((exam) => [exam.id, exam.code]))
  const receipts = await rowsOf('receipt', all('receipt'))
  return commands.map((command) => {
    const { id, sequence, name, state, operator, at, sentAt, settledAt, code, detail, doubtful } = command
    const own = touched('entry', command).flatMap((entryId) => entries.get(entryId) ?? [])
    const named = new Set([...touched('candidate', command), ...own.map(({ candidateId }) => candidateId)])
    const people = [...named].flatMap((candidateId) => candidates.get(candidateId) ?? [])
    const receipt = touched('receipt', command).flatMap((receiptId) => receipts.get(receiptId) ?? [])[0]
    return {
      commandId: id,
      sequence,
      name,
      state,
      operatorName: operator.name,
      doneAt: at,
      sentAt,
      settledAt,
      code,
      detail: detail && { ...detail },
      candidateNames: people.map(fullName),
      examCodes: [...new Set(own.map(({ examId }) => exams.get(examId) ?? examId))].sort(),
      doubtful,
      reference: receipt?.number ?? (people.length === 1 ? (people[0]?.nuc ?? null) : null),
    }
  })
}

function searched({ candidateNames, operatorName, examCodes, reference }: ExchangeRow): string {
  return [...candidateNames, operatorName, ...examCodes, reference ?? ''].join('\n')
}

/** Without accents and case. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

async function countAll(db: Db): Promise<ExchangePage['counts']> {
  const counts = await countByState(db)
  return Object.fromEntries(EXCHANGE_STATES.map((state) => [state, counts.get(state) ?? 0])) as ExchangePage['counts']
}
