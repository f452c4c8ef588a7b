import path from 'node:path'
import { saveSyncState } from '../../../db/sync-state.ts'
import type { Happenings } from './happening.ts'
import { what } from './held-request.ts'
import { skewOf } from './plan.ts'

/** What befalls a PC, its clock and its disk. */
export const onThePc: Happenings<'power-cut' | 'clock-jump' | 'back-up' | 'restore' | 'clone' | 'rot'> = {
  async 'power-cut'(day, desk) {
    if (!desk.pc.isOn) return
    day.acts(desk)
    day.tell(`The power of ${desk.label} is cut${desk.pc.leg ? `, ${what(desk)} under way` : ''}.`)
    desk.pc.cutPower()
  },

  async 'clock-jump'(day, desk, chance) {
    desk.pc.skew = skewOf(chance)
    day.tell(`The clock of ${desk.label} is set ${desk.pc.skew} s from HQ's.`)
  },

  async 'back-up'(day, desk) {
    if (!desk.pc.isOn || !desk.complete || desk.uncertain) return
    const folder = path.join(day.folder, `copy-${day.story.length}`)
    desk.pc.copyTo(folder)
    const told = `when the day had ${day.story.length} lines`
    desk.copies.push({ folder, model: desk.model.copy(), deviceId: desk.deviceId, told })
    day.tell(`The disk of ${desk.label} is copied.`)
  },

  /** By hand, behind the application's back, or by the application, which then knows. */
  async restore(day, desk, chance) {
    const copy = chance.pick(desk.copies)
    if (!copy) return
    if (desk.pc.isOn) desk.pc.cutPower()
    day.goBack(desk, copy)
    day.tell(`${desk.label} is put back to what it was ${copy.told}.`)
    await day.switchOn(desk)
    if (chance.once(2)) return
    await saveSyncState(desk.pc.db, { restoredAt: desk.pc.clock.now() })
    day.tell(`The application of ${desk.label} did it, and knows.`)
  },

  async clone(day, desk, chance, event) {
    if (desk.copies.length === 0) await onThePc['back-up'](day, desk, chance, event)
    const copy = chance.pick(desk.copies)
    if (!copy || day.desks.length > 5) return
    day.tell(`A second PC goes on with the disk of ${desk.label} as it was ${copy.told}.`)
    await day.clone(desk, copy, desk.pc.skew)
  },

  /** A row here is no longer what HQ sent, by whatever fault: only the sums can tell. */
  async rot(day, desk, chance) {
    const { pc, model } = desk
    if (!pc.isOn || !desk.complete) return
    // What is under way has counted already: it could say that all is well.
    if (pc.exchanging) await day.exchangeWhole(desk)
    if (desk.uncertain) return
    const row = chance.pick(
      [...model.confirmed.all()].filter(
        ({ entity, id }) => ['entry', 'offering', 'payment'].includes(entity) && !model.guessed.has(`${entity}/${id}`),
      ),
    )
    if (!row) return
    desk.uncertain = true
    const changed = { entry: 'fee_amount', offering: 'seats', payment: 'amount' }[row.entity as 'entry']
    if (chance.once(2)) pc.sqlite.prepare(`delete from ${row.entity} where id = ?`).run(row.id)
    else pc.sqlite.prepare(`update ${row.entity} set ${changed} = ${changed} + 1 where id = ?`).run(row.id)
    pc.sqlite.exec("delete from sync_state where key in ('sumCommon', 'sumCentre', 'agreement')")
    day.tell(`On ${desk.label}, ${row.entity} ${row.id} is spoilt.`)
  },
}
