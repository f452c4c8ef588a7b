import type { OfferingRow, SittingRow } from '../../contract/desk.ts'
import type { SittingChoice } from '../../domain/commands/set-sitting.ts'
import { ruleOf } from '../../domain/commands.ts'
import { judge, type Refusal } from '../../domain/decision.ts'
import { sayRefusal } from '../../text/fr.ts'
import { circumstancesOf, useOffice } from '../frame/office.tsx'

/** What a person chooses of a sitting, as it is now. */
export function choiceOf({ heldOn, startsAtLocal, room }: SittingChoice): SittingChoice {
  return { heldOn, startsAtLocal, room }
}

/**
 * The domain's judgement of a sitting before the click: whether it may be changed or called off at all, and whether this choice may be.
 * @param sitting null: a new one @param others the offering's other sittings
 */
export function useSittingRule(
  offering: OfferingRow,
  sitting: SittingRow | null,
  others: readonly SittingRow[] = [],
): { whyNotChange: string | null; judgeChoice: (choice: SittingChoice) => Refusal | null } {
  const { desk } = useOffice()
  const { timeZone } = desk.centre
  const exam = desk.exams.find(({ id }) => id === offering.examId) ?? null
  const judgeChoice = (choice: SittingChoice) => {
    const args = {
      sittingId: sitting?.id ?? 'new',
      offeringId: offering.id,
      ...choice,
      from: sitting && choiceOf(sitting),
    }
    const facts = { sitting, offering, exam, others: [...others], timeZone }
    const decision = judge(ruleOf('sitting.set'), args, facts, circumstancesOf(desk), 'desk')
    return decision.ok ? null : decision.refusal
  }
  const cancelling =
    sitting &&
    judge(
      ruleOf('sitting.cancel'),
      { sittingId: sitting.id, from: choiceOf(sitting) },
      { sitting, timeZone },
      circumstancesOf(desk),
      'desk',
    )
  return { whyNotChange: cancelling && !cancelling.ok ? sayRefusal(cancelling.refusal) : null, judgeChoice }
}
