import { type CommandName, mayRun } from '../../domain/commands.ts'
import { notYourRole, sayRefusal } from '../../text/fr.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { SEATS } from '../../text/screens/seats.ts'
import type { ReadyDesk } from './office.tsx'

type Doer = Pick<ReadyDesk, 'operator' | 'operators' | 'freshness'>

/** Why nobody, or not the person who sits here, may do this now, whatever it is about; null when they may. */
export function whyNotAllowed(desk: Doer, name: CommandName): string | null {
  const { operator, freshness } = desk
  if (freshness.firstSync) return sayRefusal({ code: 'first-sync-under-way' })
  if (mayRun(name, operator.role)) return null
  if (name.startsWith('offering.') || name.startsWith('sitting.')) return SEATS.managerOnly(managersOf(desk))
  // Who may act, but not do this, is sent to a manager; a reader learns what reading allows.
  return mayRun('entry.prevalidate', operator.role) ? notYourRole(managersOf(desk)) : REQUESTS.readerOnly
}

/** By name, whom to ask. */
function managersOf({ operators }: Doer): string[] {
  return operators.flatMap(({ name, role, active }) => (role === 'manager' && active ? name : []))
}

/** Why a receipt that was given cannot be corrected here now; null when it can. */
export function whyNoCorrection(desk: Doer): string | null {
  const reason = whyNotAllowed(desk, 'credit-note.issue')
  return reason && mayRun('payment.void', desk.operator.role) && !desk.freshness.firstSync
    ? PAYMENTS.correctManagerOnly(managersOf(desk))
    : reason
}

/** Why no receipt can be issued here now; null when one can. The money itself can be recorded all the same. */
export function whyNoReceipt(desk: Doer & Pick<ReadyDesk, 'settings'>): string | null {
  const notAllowed = whyNotAllowed(desk, 'receipt.issue')
  if (notAllowed) return notAllowed
  if (!desk.settings.vatWording?.trim()) return sayRefusal({ code: 'vat-wording-missing' })
  return desk.freshness.seriesAwaited ? sayRefusal({ code: 'series-awaited' }) : null
}

/** In two words beside the button of a receipt, what it waits for; the reason of the button tells it whole. */
export function whatReceiptAwaits({ freshness, settings }: Pick<ReadyDesk, 'freshness' | 'settings'>): string | null {
  if (!settings.vatWording?.trim()) return PAYMENTS.awaitsVat
  return freshness.seriesAwaited ? PAYMENTS.awaitsSeries : null
}
