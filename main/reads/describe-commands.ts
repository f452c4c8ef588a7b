import type { ExchangeRow } from '../../contract/desk.ts'
import type { KeptCommand } from '../../db/commands.ts'
import { getRows, listRows } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { byId } from '../../domain/by-id.ts'
import { fullName } from '../../domain/candidate.ts'
import { SetSeatsArgs } from '../../domain/commands/set-seats.ts'
import type { EntityName } from '../../domain/entities.ts'
import type { WrittenFile } from '../rescue/written-file.ts'
import { readFellWith } from './fell-with.ts'

/** How what leaves this PC fares. `unheard`: what left has not reached HQ as far as anybody knows. `file`: the last one written. */
export type Sending = { unheard: boolean; file: WrittenFile | null }

/** Commands as lines of the register: whom and what each is about, joined from the rows that it touched. */
export async function describeCommands(
  db: Db,
  commands: readonly KeptCommand[],
  sending: Sending,
): Promise<ExchangeRow[]> {
  const touched = (entity: EntityName, { touches }: KeptCommand) =>
    touches.flatMap((touch) => (touch.startsWith(`${entity}/`) ? touch.slice(entity.length + 1) : []))
  const rowsOf = async <E extends EntityName>(entity: E, ids: Iterable<string>) =>
    byId(await getRows(db, entity, [...new Set(ids)]))
  const all = (entity: EntityName) => commands.flatMap((command) => touched(entity, command))
  const payments = await rowsOf('payment', all('payment'))
  const reviews = await rowsOf('reviewItem', all('reviewItem'))
  const offerings = await rowsOf('offering', all('offering'))
  const entries = await rowsOf('entry', [
    ...all('entry'),
    ...[...payments.values()].flatMap(({ allocations }) => allocations.map(({ entryId }) => entryId)),
    ...[...reviews.values()].flatMap(({ entryIds }) => entryIds),
  ])
  const payers = [...payments.values()].map(({ payer }) => payer)
  const candidates = await rowsOf('candidate', [
    ...all('candidate'),
    ...[...entries.values()].map(({ candidateId }) => candidateId),
    ...payers.flatMap(({ kind, id }) => (kind === 'candidate' ? id : [])),
  ])
  const organisations = await rowsOf(
    'organisation',
    payers.flatMap(({ kind, id }) => (kind === 'organisation' ? id : [])),
  )
  const exams = new Map((await listRows(db, 'exam')).map((exam) => [exam.id, exam.code]))
  const receipts = await rowsOf('receipt', all('receipt'))
  const creditNotes = await rowsOf('creditNote', all('creditNote'))
  const fellWith = await readFellWith(db, commands)

  return commands.map((command) => {
    const { id, sequence, name, operator, at, sentAt, settledAt, code, detail, doubtful } = command
    const paid = touched('payment', command).flatMap((paymentId) => payments.get(paymentId) ?? [])
    const reviewed = touched('reviewItem', command).flatMap((itemId) => reviews.get(itemId) ?? [])
    const own = [
      ...touched('entry', command),
      ...paid.flatMap(({ allocations }) => allocations.map(({ entryId }) => entryId)),
      ...reviewed.flatMap(({ entryIds }) => entryIds),
    ].flatMap((entryId) => entries.get(entryId) ?? [])
    const payer = paid[0]?.payer
    const named = new Set([
      ...touched('candidate', command),
      ...own.map(({ candidateId }) => candidateId),
      ...(payer?.kind === 'candidate' ? [payer.id] : []),
    ])
    const people = [...named].flatMap((candidateId) => candidates.get(candidateId) ?? [])
    const offered = touched('offering', command).flatMap((offeringId) => offerings.get(offeringId) ?? [])
    const receipt = touched('receipt', command).flatMap((receiptId) => receipts.get(receiptId) ?? [])[0]
    const creditNote = touched('creditNote', command).flatMap((noteId) => creditNotes.get(noteId) ?? [])[0]
    const examIds = [...own, ...offered].map(({ examId }) => examId)
    return {
      commandId: id,
      sequence,
      name,
      ...stateOf(command, sending),
      operatorName: operator.name,
      doneAt: at,
      sentAt,
      settledAt,
      code,
      detail: fellWith.has(id) ? { after: fellWith.get(id) ?? '' } : detail && { ...detail },
      candidateNames: people.map(fullName),
      payerName: payer?.kind === 'organisation' ? (organisations.get(payer.id)?.name ?? null) : null,
      examCodes: [...new Set(examIds.map((examId) => exams.get(examId) ?? examId))].sort(),
      doubtful,
      reference:
        receipt?.number ?? creditNote?.original.number ?? (people.length === 1 ? (people[0]?.nuc ?? null) : null),
      creditNote: creditNote?.number ?? null,
      seats: name === 'offering.set-seats' ? (SetSeatsArgs.safeParse(command.args).data?.seats ?? null) : null,
    }
  })
}

/** What HQ has not judged, as a person would call it, and the file that carries it while nothing else has. */
function stateOf({ state, sequence }: KeptCommand, { unheard, file }: Sending): Pick<ExchangeRow, 'state' | 'file'> {
  if (!unheard || (state !== 'waiting' && state !== 'sending')) return { state, file: null }
  const isInFile = file !== null && sequence <= file.lastSequence
  return { state: 'waiting', file: isInFile ? { number: file.number, writtenAt: file.writtenAt } : null }
}
