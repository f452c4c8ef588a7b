import { setTimeout as sleep } from 'node:timers/promises'
import type { Draft, RunAnswer } from '../../contract/ipc.ts'
import type { Chance } from '../../hq/sample/chance.ts'
import type { World } from '../helpers/world.ts'
import { DeskBug, type KilledDesk, NoAnswer } from './killed-desk.ts'

export type AnsweredClick = { desk: string; commandIds: string[]; undo: 'not-asked' | 'asked' | 'undone' }

export type SecretaryOptions = {
  desk: KilledDesk
  world: World
  /** Birth names of everybody who asks for a seat. */
  people: readonly string[]
  chance: Chance
  today: string
  onBug: (bug: string) => void
}

/**
 * Somebody who clicks without pause, as a whole day in half a minute: answers requests, takes money, gives receipts, takes clicks back,
 * asks for exchanges. What the desk answered is kept, for it was promised.
 */
export function secretary({ desk, world, people, chance, today, onBug }: SecretaryOptions) {
  const answered: AnsweredClick[] = []
  const held: string[] = []
  const withoutReceipt: string[] = []
  const undoable: { click: AnsweredClick; clickId: string }[] = []
  let seats = 0

  async function run(...drafts: Draft[]): Promise<RunAnswer> {
    const answer = await desk.call('command.run', { drafts })
    const commandIds = answer.results.flatMap((result) => (result.ok ? [result.commandId] : []))
    if (commandIds.length === 0) return answer
    const click: AnsweredClick = { desk: desk.name, commandIds, undo: 'not-asked' }
    answered.push(click)
    if (answer.undo) undoable.push({ click, clickId: answer.undo.clickId })
    return answer
  }

  const acts: Record<string, () => Promise<void>> = {
    async prevalidate() {
      const names = Array.from({ length: chance.pick([1, 1, 1, 5]) }, () => chance.pick(people))
      const { results } = await run(
        ...[...new Set(names)].map((name) => ({
          name: 'entry.prevalidate' as const,
          args: { requestId: world.request(name), entryIds: [world.entry(name)] },
        })),
      )
      for (const [index, name] of [...new Set(names)].entries()) if (results[index]?.ok) held.push(name)
    },
    async refuse() {
      const name = chance.pick(people)
      const args = { requestId: world.request(name), entryIds: [world.entry(name)], reason: 'full', text: null }
      await run({ name: 'entry.refuse', args })
    },
    async pay() {
      if (held.length === 0) return
      const name = chance.pick(held)
      const receipt = chance.int(1, 4) > 1
      const { results } = await run(
        { name: 'payment.record', args: paymentOf(name) },
        { name: 'entry.confirm', args: { entryIds: [world.entry(name)] }, after: [0] },
        ...(receipt ? [{ name: 'receipt.issue' as const, args: { paymentId: null }, after: [0] }] : []),
      )
      const [payment] = results
      if (!receipt && payment?.ok && payment.createdId) withoutReceipt.push(payment.createdId)
    },
    async void() {
      const paymentId = withoutReceipt.pop()
      if (paymentId) await run({ name: 'payment.void', args: { paymentId, reason: 'Erreur de saisie' } })
    },
    async setSeats() {
      seats = Math.max(20, seats + chance.int(-10, 30))
      await run({ name: 'offering.set-seats', args: { offeringId: world.offeringId, seats } })
    },
    async undo() {
      const last = undoable.pop()
      if (!last) return
      last.click.undo = 'asked'
      const { undone } = await desk.call('command.undo', { clickId: last.clickId })
      last.click.undo = undone ? 'undone' : 'not-asked'
    },
    // Not waited for: people go on clicking while the PC exchanges.
    async exchange() {
      desk.call('sync.now', {}).catch(tell)
    },
    async settle() {
      const open = (await desk.call('review.list', {})).filter(({ settlement }) => settlement === null)
      const [one] = open
      if (one) await run({ name: 'review.settle', args: { reviewItemId: one.id, choice: 'handled', note: null } })
    },
  }
  /** What a killed process leaves unanswered is no fault; what the backend throws is. */
  function tell(error: unknown): void {
    if (error instanceof DeskBug) onBug(`${desk.name}: ${error.message}`)
    else if (!(error instanceof NoAnswer)) throw error
  }

  const often = { prevalidate: 8, refuse: 2, pay: 6, void: 1, setSeats: 1, undo: 2, exchange: 3, settle: 1 }
  const draws = Object.entries(often).flatMap(([act, times]) => Array.from({ length: times }, () => act))

  function paymentOf(name: string) {
    return {
      sessionId: '2027-01',
      payer: { kind: 'candidate', id: world.candidate(name) },
      method: 'cheque',
      amount: 5000,
      currency: 'EUR',
      receivedOn: today,
      reference: '0012345',
      allocations: [{ entryId: world.entry(name), amount: 5000 }],
    }
  }

  return {
    answered,
    /** Clicks until told to stop; while the desk is dead, waits. */
    async work(isOver: () => boolean): Promise<void> {
      while (!isOver()) {
        await sleep(desk.isReady() ? chance.int(0, 20) : 20)
        if (!desk.isReady()) continue
        await acts[chance.pick(draws)]?.().catch(tell)
      }
    },
  }
}
