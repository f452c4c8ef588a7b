import type { MyRequest } from '../../contract/candidate-pages.ts'
import { Tick } from '../../kit/fields.tsx'
import { MODIFY } from '../../text/pages/modify.ts'
import { fieldId } from '../form/focus-field.ts'
import type { FieldsProps } from '../register/fields-props.ts'
import { OfferingChoice } from '../register/offering-choice.tsx'
import { changesSoftware } from './modify-draft.ts'

/** The software of each exam that waits for an answer, where the centre has another; changed, it must be agreed to. */
export function ModifySoftware({ request, draft, change, sayFault }: FieldsProps & { request: MyRequest }) {
  const open = request.entries.filter(({ choices }) => choices.length > 0)
  if (open.length === 0) return null
  return (
    <section className="form" aria-labelledby="modify-software">
      <div>
        <h2 id="modify-software">{MODIFY.software}</h2>
        <p className="muted">{MODIFY.softwareText}</p>
      </div>
      {open.map(({ examId, examCode, choices }) => (
        <OfferingChoice
          key={examId}
          exam={{ id: examId, code: examCode }}
          there={choices}
          chosen={draft.offerings[examId] ?? null}
          error={sayFault(`offering-${examId}`)}
          onChange={(offeringId) =>
            change({ offerings: { ...draft.offerings, [examId]: offeringId }, softwareAccepted: false })
          }
        />
      ))}
      {changesSoftware(request, draft) ? (
        <Tick
          id={fieldId('softwareAccepted')}
          checked={draft.softwareAccepted}
          required
          error={sayFault('softwareAccepted')}
          onChange={(softwareAccepted) => change({ softwareAccepted })}
        >
          {MODIFY.softwareAccept}
        </Tick>
      ) : null}
    </section>
  )
}
