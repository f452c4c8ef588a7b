import type { RunAnswer } from '../../../contract/ipc.ts'
import { runClick } from '../../../main/commands/run-click.ts'
import { Broken } from '../oracle/broken.ts'
import { judgeOver } from '../oracle/facts-of.ts'
import { TableRows } from '../oracle/table-rows.ts'
import type { Chance } from './chance.ts'
import { drawClick, type KINDS, kindsOf } from './clicks.ts'
import type { Day } from './day.ts'
import type { Desk } from './desk.ts'
import type { Click } from './draw.ts'

export type Prepared = { told: string; drafts: number; press: () => Promise<string> }

/** What somebody would click now at this PC; pressed when told. The answer is what the person reads. */
export async function prepareClick(
  day: Day,
  desk: Desk,
  chance: Chance,
  wanted: keyof typeof KINDS | null = null,
): Promise<Prepared | null> {
  await day.switchOn(desk)
  if (!desk.complete || desk.uncertain) return null
  const { pc, model } = desk
  const kinds = kindsOf(day.plan.seed)
  const click = drawClick(chance, model.view, pc.clock.now().slice(0, 10), desk.focus, { wanted, kinds })
  if (!click) return null
  return {
    told: `${click.operator.name} ${click.told}`,
    drafts: click.drafts.length,
    press: () => press(day, desk, click),
  }
}

async function press(day: Day, desk: Desk, { operator, drafts, told }: Click): Promise<string> {
  const { pc, model } = desk
  const context = { clock: pc.clock, random: pc.random, operator }
  const before = new TableRows(model.view)
  const cursor = { ...model.cursor }
  let answer: RunAnswer
  try {
    answer = await runClick(
      pc.db,
      drafts.map((draft) => ({ ...draft, after: draft.after ?? [] })),
      context,
    )
  } catch (error) {
    if (!pc.hasDied) throw error
    return 'never answered'
  }
  day.rethrow()
  checkAnswer(desk, drafts, answer)
  // A page taken in meanwhile would have changed what the rule was asked about.
  if (cursor.common === model.cursor.common && cursor.centre === model.cursor.centre)
    checkRefused(desk, before, { operator, drafts, told }, answer)
  const requestId = drafts.flatMap(({ args }) => (typeof args.requestId === 'string' ? args.requestId : [])).at(-1)
  if (requestId !== undefined) desk.focus = requestId
  if (answer.undo) desk.clicks.push({ clickId: answer.undo.clickId, told })
  return answer.results.map((result) => (result.ok ? 'accepted' : `refused here (${result.code})`)).join(', ')
}

/** What a person was told is in the register, depending on what they made it depend on. */
function checkAnswer({ model, label }: Desk, drafts: Click['drafts'], { results }: RunAnswer): void {
  for (const [n, result] of results.entries()) {
    if (!result.ok) continue
    const known = model.byId.get(result.commandId)
    if (!known)
      throw new Broken('register-keeps', `${label}: ${drafts[n]?.name} was answered and is not in the register`)
    for (const index of drafts[n]?.after ?? []) {
      const named = results[index]
      if (!named?.ok || !known.command.dependsOn.includes(named.commandId))
        throw new Broken(
          'register-keeps',
          `${label}: ${known.command.name} does not name what the click made it depend on`,
        )
    }
  }
}

/** Nobody is refused without reason: the rule is asked again, over what the screen showed, for each draft that was refused. */
function checkRefused(
  { model, label, centreId, pc }: Desk,
  view: TableRows,
  { operator, drafts }: Click,
  { results }: RunAnswer,
): void {
  for (const [n, draft] of drafts.entries()) {
    const result = results[n]
    if (result?.ok) {
      const known = model.byId.get(result.commandId)
      for (const { entity, value } of known?.writes ?? []) view.put({ entity, id: value.id, revision: 0, value })
      continue
    }
    if (!result || BEFORE_THE_RULE.has(result.code)) continue
    // The desk takes from a receipt of its own which payment it is of.
    const receipt = 'receiptId' in draft.args ? view.get('receipt', String(draft.args.receiptId)) : null
    const now = pc.clock.now()
    const args = { ...DRAWN_HERE, recordedAt: now, sentAt: now, paymentId: receipt?.paymentId, ...draft.args }
    const circumstances = { at: pc.clock.now(), operatorName: operator.name, role: operator.role }
    const decision = judgeOver(view, centreId, { name: draft.name, args }, circumstances, 'desk')
    const code = decision && !decision.ok ? decision.refusal.code : null
    if (code !== result.code)
      throw new Broken(
        'sees-confirmed-and-own',
        `${label}: ${draft.name} was refused (${result.code}), the rule says ${code ?? 'yes'}`,
      )
  }
}

/** Refusals that come before the rule: who asks, what was typed, and what it was made to depend on. */
const BEFORE_THE_RULE: ReadonlySet<string> = new Set([
  'role-not-allowed',
  'depends-on-refused',
  'not-valid',
  'vat-wording-missing',
  'first-sync-under-way',
  'series-awaited',
])
/** What the desk draws by itself; a number that no receipt has. */
const DRAWN_HERE = {
  ...{ series: '', year: 2026, sequence: 999_999, content: { vatWording: 'x' } },
  ...{ offeringId: 'drawn', made: null, sittingId: 'drawn', from: null },
}
