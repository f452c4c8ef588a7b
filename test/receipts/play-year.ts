import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { chanceOf } from '../../hq/sample/chance.ts'
import { aDesk, type RunningDesk } from '../helpers/a-desk.ts'
import { aClock, anHq } from '../helpers/an-hq.ts'
import { smallWorld } from '../helpers/world.ts'

const PCS = ['ACCUEIL', 'BUREAU', 'SALLE 2']
/** One cheque in so many bounces, one receipt in so many is corrected and issued again. */
const BOUNCES = 9
const CORRECTED = 7
const DAY = 86_400

export type PlayedYear = { desks: RunningDesk[]; receipts: number; creditNotes: number; stop(): Promise<void> }

/**
 * A year of receipts on three PCs of a centre, of which one is cut off each month in turn, with cheques that bounce and receipts that are
 * corrected; it ends in the first days of the next year, when all have met again.
 * @param people who pay, one after the other
 */
export async function playYear({ people, seed }: { people: number; seed: number }): Promise<PlayedYear> {
  const chance = chanceOf(seed)
  const clock = aClock('2026-01-05T08:00:00.000Z')
  const names = Array.from({ length: people }, (_, index) => `Candidat${String(index + 1).padStart(4, '0')}`)
  const world = smallWorld({ seats: people, candidates: names })
  const hq = await anHq({ clock, worlds: [world] })
  const desks: RunningDesk[] = []
  for (const name of PCS) desks.push(await aDesk({ hq, clock, name, role: 'manager' }))
  const played = { desks, receipts: 0, creditNotes: 0 }

  const meet = async (cutOff: RunningDesk | undefined) => {
    clock.advance(11)
    for (const desk of desks) desk.network(desk === cutOff ? 'down' : 'up')
    for (const desk of [...desks, ...desks]) if (desk !== cutOff) await desk.sync()
  }
  const correct = async (desk: RunningDesk, receiptId: string, reason: string) => {
    const { results } = await desk.run({ name: 'credit-note.issue', args: { receiptId, reason } })
    if (!results[0]?.ok) throw new Error(JSON.stringify(results))
    played.creditNotes++
  }

  const step = Math.floor((368 * DAY) / (people - 1))
  for (const [index, name] of names.entries()) {
    const month = Math.floor((index * 12) / people)
    const desk = chance.pick(desks)
    await desk.prevalidate(name)
    const { results } = await desk.pay(name)
    const [payment, , receipt] = results
    if (!payment?.ok || !receipt?.ok || !receipt.createdId) throw new Error(JSON.stringify(results))
    played.receipts++
    if (chance.int(1, BOUNCES) === 1) {
      const today = (await desk.state()).now.slice(0, 10)
      const args = { paymentId: payment.createdId, outcome: 'bounced', endedOn: today, dueOn: today, note: null }
      const bounced = await desk.run({ name: 'cheque.end', args })
      if (!bounced.results[0]?.ok) throw new Error(JSON.stringify(bounced.results))
      await correct(desk, receipt.createdId, 'Chèque impayé')
    } else if (chance.int(1, CORRECTED) === 1) {
      await correct(desk, receipt.createdId, 'Mauvais payeur')
      const again = await desk.run({ name: 'receipt.issue', args: { paymentId: payment.createdId } })
      if (!again.results[0]?.ok) throw new Error(JSON.stringify(again.results))
      played.receipts++
    }
    clock.advance(step)
    if (index % 10 === 9) await meet(desks[month % desks.length])
  }
  await meet(undefined)
  await meet(undefined)
  return {
    ...played,
    stop: async () => {
      for (const desk of desks) await desk.stop()
      await hq.stop()
    },
  }
}

/** Changes one byte of what a receipt says, in the file itself: the number of the one that was changed. */
export async function alterOneByte(desk: RunningDesk): Promise<string> {
  let number = ''
  await desk.whileClosed(() =>
    onFile(desk, (sqlite) => {
      const middle =
        'select id, number, content from receipt order by number limit 1 offset (select count(*) / 2 from receipt)'
      const receipt = sqlite.prepare(middle).get() as { id: string; number: string; content: string }
      const at = receipt.content.indexOf('Candidat') + 3
      const content = `${receipt.content.slice(0, at)}b${receipt.content.slice(at + 1)}`
      sqlite.prepare('update receipt set content = ? where id = ?').run(content, receipt.id)
      number = receipt.number
    }),
  )
  return number
}

/** Takes one receipt out of the file. */
export async function takeOneAway(desk: RunningDesk): Promise<string> {
  let number = ''
  await desk.whileClosed(() =>
    onFile(desk, (sqlite) => {
      const uncorrected =
        'select number from receipt where sequence = 2 and id not in (select receipt_id from credit_note)'
      number = sqlite.prepare(uncorrected).pluck().get() as string
      sqlite.prepare('delete from receipt where number = ?').run(number)
    }),
  )
  return number
}

function onFile(desk: RunningDesk, work: (sqlite: Sqlite.Database) => void): void {
  const sqlite = new Sqlite(path.join(desk.folder, 'pupitre.sqlite'))
  try {
    work(sqlite)
  } finally {
    sqlite.close()
  }
}
