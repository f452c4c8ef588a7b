import type { Handlers } from '../../contract/ipc.ts'
import type { Db } from '../../db/schema.ts'
import type { Clock } from '../../domain/time.ts'
import type { Statements } from '../bank/statements.ts'
import { readAwaitedMoney } from '../reads/awaited-money.ts'
import { readCashDay } from '../reads/cash-day.ts'
import { checkReceipts } from '../reads/check-receipts.ts'
import { listCheques } from '../reads/cheque-list.ts'
import { listCreditTargets } from '../reads/credit-targets.ts'
import { listPayableRequests } from '../reads/payable-requests.ts'
import { listPayments, readPayment } from '../reads/payment-list.ts'
import type { RequestLists } from '../reads/request-lists.ts'
import { readSessionTotals } from '../reads/session-totals.ts'
import { readUnpaidWithout } from '../reads/unpaid-without.ts'
import { createSavedTables } from '../save-payments.ts'

type Tools = {
  db: Db
  clock: Clock
  lists: RequestLists
  statements: Statements
  chooseWhere: (name: string) => Promise<string | null>
  openFile: (path: string) => Promise<void>
}

/** What is asked about money: Règlements, the bank's statement, who can be paid for. */
export function answerMoney({ db, clock, lists, statements, chooseWhere, openFile }: Tools) {
  const tables = createSavedTables(db, { chooseWhere, openFile })
  return {
    'payment.list': ({ sessionId }) => listPayments(db, sessionId),
    'payment.read': ({ paymentId }) => readPayment(db, paymentId),
    'payment.unpaid-without': ({ paymentId }) => readUnpaidWithout(db, paymentId),
    'payment.sum': ({ sessionId }) => readAwaitedMoney(db, lists, sessionId),
    'payment.save': (wanted) => tables.save(wanted),
    'payment.open-saved': (asked) => tables.open(asked),
    'request.payable': ({ requestId }) => listPayableRequests(db, requestId),
    'receipt.check': () => checkReceipts(db, clock),
    'credit.targets': ({ paymentIds }) => listCreditTargets(db, paymentIds),
    'cheque.list': () => listCheques(db, clock),
    'cash.sum': ({ on }) => readCashDay(db, clock, on),
    'money.sum': ({ sessionId }) => readSessionTotals(db, sessionId),
    'statement.open': () => statements.open(),
    'statement.read': (query) => statements.read(query),
    'statement.search': (asked) => statements.search(asked),
  } satisfies Partial<Handlers>
}
