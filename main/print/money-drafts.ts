import { rowsBy } from '../../db/request-parts.ts'
import { getRow, getRows } from '../../db/rows.ts'
import { byId } from '../../domain/by-id.ts'
import type { LocalDate } from '../../domain/time.ts'
import { sayReference } from '../../text/cheque-words.ts'
import { formatDate } from '../../text/format.ts'
import { CASH_SHEET, CHEQUE_SLIP } from '../../text/papers/money-sheets.ts'
import { ownCentre } from '../own-centre.ts'
import { readCashDay } from '../reads/cash-day.ts'
import { paymentRows } from '../reads/cheque-list.ts'
import { type CashContent, cashSheet } from './cash-sheet.ts'
import { chequeSlip, type SlipContent } from './cheque-slip.ts'
import { type Desk, type Draft, versionedDraft } from './document-draft.ts'

const SLIP_TEMPLATE = 1
const CASH_TEMPLATE = 1

/** Null when there is no such deposit here. */
export async function chequeSlipDraft(desk: Desk, depositId: string): Promise<Draft | null> {
  const deposit = await getRow(desk.db, 'chequeDeposit', depositId)
  if (!deposit) return null
  const { centre } = await ownCentre(desk.db)
  const { depositedOn, reference, depositedBy, currency, total } = deposit
  const payments = byId(await paymentRows(desk.db, deposit.paymentIds))
  const [voided] = await rowsBy(desk.db, 'depositVoid', 'depositId', [depositId])
  const [first] = await getRows(desk.db, 'payment', deposit.paymentIds.slice(0, 1))
  const content: SlipContent = {
    ...{ centreName: centre.name, centreTown: centre.town, timeZone: centre.timeZone },
    ...{ depositedOn, reference, depositedBy, currency, total },
    ...(voided && { voided: { at: voided.voidedAt, by: voided.voidedBy, reason: voided.reason } }),
    cheques: deposit.paymentIds.flatMap((id) => {
      const payment = payments.get(id)
      if (!payment) return []
      const { cheque, payerName, amount, receipt } = payment
      return {
        // Typed before cheques were described: number and bank in one.
        number: cheque?.number ?? sayReference(payment) ?? '',
        bank: cheque?.bank ?? '',
        drawer: cheque?.drawer || payerName,
        receipt: receipt?.number ?? null,
        amount,
      }
    }),
  }
  return await versionedDraft(desk, {
    ...{ kind: 'cheque-slip', refId: depositId, sessionId: first?.sessionId ?? '', content, timeZone: centre.timeZone },
    title: CHEQUE_SLIP.title(formatDate(depositedOn), voided !== undefined),
    templateVersion: SLIP_TEMPLATE,
    fileName: `Remise-cheques-${depositedOn}-${depositId.slice(-6)}`,
    htmlOf: (made) => chequeSlip(content, made),
  })
}

/** The cash of a day, whatever the session. @param sessionId the session among whose papers it is kept */
export async function cashSheetDraft(desk: Desk, on: LocalDate, sessionId: string): Promise<Draft> {
  const { centre } = await ownCentre(desk.db)
  const { payments, count, total, currency, returns } = await readCashDay(desk.db, desk.clock, on)
  const content: CashContent = {
    ...{ centreName: centre.name, centreTown: centre.town, timeZone: centre.timeZone },
    ...{ on, currency, count, total },
    payments: payments.map(({ payerName, sessionLabel, receipt, recordedBy, amount, voided }) => ({
      ...{ payer: payerName, session: sessionLabel, receipt: receipt?.number ?? null },
      ...{ by: recordedBy, amount, voided: voided !== null },
    })),
    ...(returns.length > 0 && {
      returns: returns.map(({ payerName, sessionLabel, receiptNumber, by, amount }) => ({
        ...{ payer: payerName, session: sessionLabel, receipt: receiptNumber, by, amount },
      })),
    }),
  }
  return await versionedDraft(desk, {
    ...{ kind: 'cash-sheet', refId: on, sessionId, content, timeZone: centre.timeZone },
    title: CASH_SHEET.title(formatDate(on)),
    templateVersion: CASH_TEMPLATE,
    fileName: `Caisse-${on}`,
    htmlOf: (made) => cashSheet(content, made),
  })
}
