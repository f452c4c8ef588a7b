import type { MeAnswer, MyEntry, MyRequest } from '../../contract/candidate-pages.ts'
import { type ChangedPart, changedParts, type Modification } from '../../domain/modification.ts'
import { FAULTS } from '../../text/pages/faults.ts'
import type { SaidFault } from '../form/error-summary.tsx'
import { type Draft, emptyDraft } from '../register/draft.ts'
import { reachFaults, situationFaults } from '../register/step-faults.ts'
import { toReach, toSituation } from '../register/to-registration.ts'

/** What was typed over what HQ holds: the rest follows HQ, also when it changes while the form is open. */
export type Edits = Partial<Draft>

/** A request as its form shows it: what HQ holds, and what was typed over it. */
export function modifyDraft(me: MeAnswer, { entries }: MyRequest, edits: Edits): Draft {
  const { contact, situation, funding } = me
  const [address1 = '', ...more] = contact.addressLines
  const payer = funding && funding.kind !== 'own' ? funding : { name: '', contact: '' }
  const offered = entries.flatMap(({ examId, offeringId }) => (offeringId === null ? [] : [[examId, offeringId]]))
  return {
    ...emptyDraft(),
    ...{ phone: contact.phone, address1, address2: more.join(', '), postcode: contact.postcode, town: contact.town },
    ...{ category: situation?.category ?? '', previousExams: situation?.previousExams ?? '' },
    passedBefore: situation?.previousExams?.trim() ? 'yes' : 'no',
    ...{ funding: funding?.kind ?? '', funderName: payer.name, funderContact: payer.contact },
    ...edits,
    offerings: { ...(Object.fromEntries(offered) as Draft['offerings']), ...edits.offerings },
  }
}

/** The exams whose software may be changed and is: to what. */
function movedEntries({ entries }: MyRequest, { offerings }: Draft): { entry: MyEntry; offeringId: string }[] {
  return entries.flatMap((entry) => {
    const offeringId = offerings[entry.examId]
    const there = entry.choices.some((choice) => choice.offeringId === offeringId)
    return offeringId !== undefined && there && offeringId !== entry.offeringId ? [{ entry, offeringId }] : []
  })
}

/** Whether another software is chosen: it must be agreed to. */
export function changesSoftware(request: MyRequest, draft: Draft): boolean {
  return movedEntries(request, draft).length > 0
}

/** What is sent; only called on a form without a fault. */
export function toModification(me: MeAnswer, request: MyRequest, draft: Draft): Modification {
  const held = modifyDraft(me, request, {})
  // A record may have more lines than the form has fields: untouched, it stays as it is.
  const sameLines = draft.address1 === held.address1 && draft.address2 === held.address2
  return {
    contact: { ...toReach(draft), ...(sameLines && { addressLines: me.contact.addressLines }) },
    ...toSituation(draft),
    software: movedEntries(request, draft).map(({ entry, offeringId }) => ({ entryId: entry.id, offeringId })),
    softwareAccepted: draft.softwareAccepted,
  }
}

/** What would change, part by part; none when nothing would, or when HQ holds no form to compare with. */
export function partsOf(me: MeAnswer, { entries }: MyRequest, to: Modification): ChangedPart[] {
  const { contact, situation, funding } = me
  return situation && funding ? changedParts({ contact, situation, funding, entries }, to) : []
}

export function modifyFaults(request: MyRequest, draft: Draft): SaidFault[] {
  const unticked = changesSoftware(request, draft) && !draft.softwareAccepted
  return [
    ...(unticked ? [{ field: 'softwareAccepted', sentence: FAULTS.notAccepted }] : []),
    ...reachFaults(draft),
    ...situationFaults(draft),
  ]
}
