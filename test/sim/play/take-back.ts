import { undoClick } from '../../../main/commands/undo-click.ts'
import { Broken } from '../oracle/broken.ts'
import { readRegister } from '../oracle/check-desk.ts'
import type { Day } from './day.ts'
import type { Desk } from './desk.ts'

/** Somebody presses « Annuler », and the answer is what it must be. */
export async function takeBack(day: Day, desk: Desk, click: Desk['clicks'][number]): Promise<void> {
  const expected = mayUndo(desk, click.clickId)
  const { clock, random, db } = desk.pc
  const undone = await undoClick(db, click.clickId, { clock, random, operatorName: 'Anne' })
  day.tell(`${desk.label} takes back « ${click.told} »: ${undone ? 'done' : 'too late'}.`)
  if (undone === expected) return
  const should = expected ? 'should be' : 'should not be'
  throw new Broken('undo-holds', `${desk.label}: « ${click.told} » was ${undone ? '' : 'not '}undone, and ${should}`)
}

/** Whether the whole click is still here, within its ten seconds, with nothing done since on what it changed. */
function mayUndo({ pc, model }: Desk, clickId: string): boolean {
  const now = pc.clock.now()
  const click = model.commands.filter((known) => known.clickId === clickId)
  // Marked as sending and dead before it was sent: nobody saw it leave, yet it may not be undone.
  const marked = new Set(readRegister(pc.sqlite).flatMap(({ id, state }) => (state === 'waiting' ? [] : id)))
  if (
    click.some(
      ({ fate, left, command }) => fate !== 'pending' || left || marked.has(command.id) || command.sendAfter <= now,
    )
  )
    return false
  const ids = new Set(click.map(({ command }) => command.id))
  const rows = new Set(
    click.flatMap(({ touches }) => [...touches]).filter((key) => !/^(request|candidate)\//.test(key)),
  )
  const last = Math.max(...click.map(({ command }) => command.sequence))
  return !model.pending.some(
    ({ command, touches }) =>
      command.sequence > last &&
      !ids.has(command.id) &&
      (command.dependsOn.some((id) => ids.has(id)) || [...touches].some((key) => rows.has(key))),
  )
}
