import { randomBytes } from 'node:crypto'
import type { Cheque } from '../../domain/cheque.ts'
import type { CommandArgs } from '../../domain/commands.ts'
import { uuidV7 } from '../../domain/ids.ts'
import { receiptNumber } from '../../domain/payment.ts'
import { type TestDevice, valuesOf } from '../helpers/a-device.ts'
import { MONDAY } from '../helpers/rows.ts'
import type { World } from '../helpers/world.ts'

export const aUuid = () => uuidV7(MONDAY, randomBytes(16))

export function prevalidate(pc: TestDevice, world: World, name: string) {
  return pc.command('entry.prevalidate', { requestId: world.request(name), entryIds: [world.entry(name)] })
}

export function pay(
  pc: TestDevice,
  world: World,
  name: string,
  changes: { amount?: number; method?: 'cash' | 'card'; cheque?: Cheque } = {},
) {
  const amount = changes.amount ?? 5000
  return pc.command('payment.record', {
    paymentId: aUuid(),
    sessionId: '2027-01',
    payer: { kind: 'candidate', id: world.candidate(name) },
    method: changes.cheque ? 'cheque' : (changes.method ?? 'card'),
    amount,
    currency: 'EUR',
    receivedOn: '2026-11-23',
    reference: null,
    cheque: changes.cheque ?? null,
    allocations: [{ entryId: world.entry(name), amount }],
    recordedAt: MONDAY,
  })
}

export function aReceipt(paymentId: string, sequence: number): CommandArgs<'receipt.issue'> {
  return {
    receiptId: aUuid(),
    paymentId,
    series: 'A',
    year: 2026,
    sequence,
    issuedAt: MONDAY,
    templateVersion: 1,
    content: {
      centreName: 'CENTRE LUMIÈRE',
      centreTown: 'Rennes',
      centreAddress: [],
      centreLegal: [],
      vatWording: 'Exonéré',
      sessionLabel: 'Session de janvier 2027',
      payerName: 'Madame NY',
      payerAddress: [],
      payerIsOrganisation: false,
      method: 'card',
      reference: null,
      receivedOn: '2026-11-23',
      amount: 5000,
      currency: 'EUR',
      timeZone: 'Europe/Paris',
      issuedBy: 'Anne Hervé',
      lines: [],
      credit: 5000,
    },
    chain: null,
  }
}

/** Corrects this receipt, by the same series. */
export function aCreditNote(
  { receiptId, paymentId, series, year, issuedAt, content, sequence: receipted }: CommandArgs<'receipt.issue'>,
  sequence: number,
): CommandArgs<'credit-note.issue'> {
  const original = { number: receiptNumber(year, series, receipted), issuedAt, content }
  const reason = 'Numéro porté par un autre reçu'
  return {
    creditNoteId: aUuid(),
    receiptId,
    paymentId,
    series,
    year,
    sequence,
    issuedAt,
    reason,
    templateVersion: 1,
    original,
    chain: null,
  }
}

export async function entryOf(pc: TestDevice, world: World, name: string) {
  return valuesOf(await pc.rows(), 'entry').find(({ id }) => id === world.entry(name))
}
