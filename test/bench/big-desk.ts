import { openDatabase } from '../../db/open.ts'
import { putRows } from '../../db/rows.ts'
import type { Db, Tx } from '../../db/schema.ts'
import { saveSyncState } from '../../db/sync-state.ts'
import type { EntityName, EntityValue, Write } from '../../domain/entities.ts'
import { uuidV7 } from '../../domain/ids.ts'
import { receiptNumber } from '../../domain/payment.ts'
import { addSeconds } from '../../domain/time.ts'
import { EXAM_CODES, examId, examsOf, SOFTWARE } from '../../hq/sample/catalogue.ts'
import { type Chance, chanceOf } from '../../hq/sample/chance.ts'
import { makeCandidate, makePeople } from '../../hq/sample/people.ts'
import { nextSessions } from '../../hq/sample/sessions.ts'
import { anEntry, anOffering, aPayment, aRequest, rennes, rennesSettings } from '../helpers/rows.ts'

/** Requests of the session under way, two and a half entries each; every fifth candidate asked for two. */
export type BigDesk = {
  sessionId: string
  otherSessionId: string
  requests: number
  candidates: number
  entries: number
}

const TODAY = '2026-11-23'
const ORGANISATIONS = 40

/**
 * The database of a centre as big as one may be, at `file`, made of the same rows every time, as they are on `MONDAY`: nothing in it
 * came from HQ, all of it was written by `putRows`. A manager, Anne Hervé (`anne`), sits at it.
 */
export async function writeBigDesk(file: string, candidates = 20_000): Promise<BigDesk> {
  const db = await openDatabase(file)
  const rows = makeRows(candidates)
  // As a first sync does: what lists are made from is noted once, at the end.
  for (const entity of Object.keys(rows) as EntityName[])
    await db.transaction().execute((tx) => putKind(tx, entity, rows[entity] ?? []))
  await setUp(db)
  await db.destroy()
  const [session, next] = nextSessions(TODAY)
  return {
    sessionId: session.id,
    otherSessionId: next.id,
    candidates,
    requests: rows.request?.length ?? 0,
    entries: rows.entry?.length ?? 0,
  }
}

async function putKind(tx: Tx, entity: EntityName, values: readonly Write['value'][]): Promise<void> {
  await putRows(
    tx,
    entity,
    values.map((value) => ({ value, revision: 1 })),
  )
}

async function setUp(db: Db): Promise<void> {
  await saveSyncState(db, {
    ...{ deviceId: 'bench', deviceName: 'ACCUEIL', series: 'Z', centreId: rennes.id, operatorId: 'anne' },
    ...{ currentSessionComplete: '1', snapshotComplete: '1' },
  })
}

type Rows = { [E in EntityName]?: EntityValue<E>[] }

function makeRows(count: number): Rows {
  const chance = chanceOf(count)
  const sessions = nextSessions(TODAY)
  const [session] = sessions
  const offerings = EXAM_CODES.flatMap((code) =>
    SOFTWARE.map(({ id }) =>
      anOffering({
        ...{ id: `${code}-${id}`, sessionId: session.id, examId: examId(session.id, code) },
        ...{ softwareIds: [id], seats: 9999 },
      }),
    ),
  )
  const organisations = Array.from({ length: ORGANISATIONS }, (_, n) => ({
    id: `organisation-${n}`,
    name: `${chance.pick(['GRETA', 'AFPA', 'CFA', 'Association', 'Mission locale'])} de l’Exemple nº ${n}`,
    addressLines: [],
    onAccount: n % 2 === 0,
  }))
  const rows = {
    candidate: [],
    request: [],
    entry: [],
    payment: [],
    receipt: [],
  } as Required<Pick<Rows, 'candidate' | 'request' | 'entry' | 'payment' | 'receipt'>>
  for (const [index, somebody] of makePeople(chance, 'bretagne', count).entries()) {
    const at = addSeconds('2026-09-01T06:00:00.000Z', chance.int(0, 80 * 86_400))
    const nuc = chance.int(1, 3) === 1 ? null : `CA${100_000 + index}`
    const candidate = makeCandidate(chance, somebody, { at, today: TODAY, place: 'bretagne', nuc })
    rows.candidate.push(candidate)
    // Two requests of one person: a dish of exams each.
    for (let asked = chance.int(1, 5) === 1 ? 2 : 1; asked > 0; asked--) addRequest(rows, chance, candidate.id, at)
  }
  return {
    examSession: sessions.map(({ id, label, startsOn, endsOn }) => ({ id, label, startsOn, endsOn })),
    exam: examsOf(session),
    software: [...SOFTWARE],
    centre: [rennes],
    centreSettings: [rennesSettings],
    operator: [{ id: 'anne', name: 'Anne Hervé', role: 'manager', active: true }],
    organisation: organisations,
    offering: offerings,
    ...rows,
  }
}

type Growing = Required<Pick<Rows, 'request' | 'entry' | 'payment' | 'receipt'>>

function addRequest(rows: Growing, chance: Chance, candidateId: string, at: string): void {
  const [session] = nextSessions(TODAY)
  const idOf = () => uuidV7(at, chance.bytes(16))
  const request = aRequest({
    ...{ id: idOf(), sessionId: session.id, candidateId, receivedAt: at, emailConfirmedAt: at },
    organisationId: chance.int(1, 6) === 1 ? `organisation-${chance.int(0, ORGANISATIONS - 1)}` : null,
    dataCheckedAt: chance.int(1, 3) === 1 ? at : null,
  })
  rows.request.push(request)
  const status = chance.pick([
    'requested',
    'requested',
    'prevalidated',
    'confirmed',
    'confirmed',
    'refused',
    'withdrawn',
  ])
  const deadlineOn = `2026-11-${20 + chance.int(0, 9)}`
  const asked = chance.shuffle(EXAM_CODES).slice(0, chance.pick([1, 2, 2, 3]))
  const entries = asked.map((code) =>
    anEntry({
      ...{ id: idOf(), requestId: request.id, candidateId, sessionId: session.id, examId: examId(session.id, code) },
      ...{ offeringId: `${code}-${chance.pick(SOFTWARE).id}`, status: status as 'requested' },
      ...(status === 'prevalidated'
        ? { prevalidatedAt: at, deadlineOn, deadlineAt: `${deadlineOn}T23:00:00.000Z` }
        : {}),
      ...(status === 'confirmed' ? { prevalidatedAt: at, confirmedAt: at } : {}),
    }),
  )
  rows.entry.push(...entries)
  if (status !== 'confirmed') return
  const payment = aPayment({
    ...{ id: idOf(), sessionId: session.id, payer: { kind: 'candidate', id: candidateId }, recordedAt: at },
    amount: entries.length * 5000,
    allocations: entries.map(({ id }) => ({ entryId: id, amount: 5000 })),
  })
  rows.payment.push(payment)
  const sequence = rows.receipt.length + 1
  rows.receipt.push({
    ...{
      id: idOf(),
      paymentId: payment.id,
      number: receiptNumber(2026, 'Y', sequence),
      series: 'Y',
      year: 2026,
      sequence,
    },
    ...{ issuedAt: at, templateVersion: 1, chain: null },
    content: {
      ...{ centreName: rennes.name, centreTown: rennes.town, centreAddress: [], centreLegal: [], vatWording: '' },
      ...{ sessionLabel: session.label, payerName: 'Somebody', payerAddress: [], payerIsOrganisation: false },
      ...{ method: payment.method, reference: null, receivedOn: payment.receivedOn, amount: payment.amount },
      ...{ currency: payment.currency, timeZone: rennes.timeZone, issuedBy: 'Anne Hervé', lines: [], credit: 0 },
    },
  })
}
