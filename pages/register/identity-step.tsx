import { DateField } from '../../kit/date-field.tsx'
import { Choices } from '../../kit/fields.tsx'
import { STEP_IDENTITY } from '../../text/pages/register.ts'
import { fieldId } from '../form/focus-field.ts'
import { CommuneField } from './commune-field.tsx'
import { DraftField } from './draft-field.tsx'
import type { FieldsProps } from './fields-props.ts'
import { NirField } from './nir-field.tsx'

type IdentityStepProps = FieldsProps & {
  /** Null where it is not asked. */
  nir: string | null
  setNir: (typed: string) => void
}

/** As on the identity document; what results are matched on is typed twice. */
export function IdentityStep({ draft, change, sayFault, nir, setNir }: IdentityStepProps) {
  const given = { draft, change, sayFault }
  return (
    <>
      <p>{STEP_IDENTITY.intro}</p>
      <DraftField {...given} name="birthName" label={STEP_IDENTITY.birthName} autoComplete="family-name" />
      <DraftField {...given} name="birthNameAgain" label={STEP_IDENTITY.birthNameAgain} />
      <DraftField
        {...given}
        name="firstNames"
        label={STEP_IDENTITY.firstNames}
        hint={STEP_IDENTITY.firstNamesHint}
        autoComplete="given-name"
      />
      <DraftField
        {...given}
        name="usageName"
        label={STEP_IDENTITY.usageName}
        hint={STEP_IDENTITY.usageNameHint}
        optional
      />
      <Choices
        id={fieldId('sex')}
        label={STEP_IDENTITY.sex}
        inline
        required
        value={draft.sex || null}
        error={sayFault('sex')}
        options={(['F', 'M'] as const).map((value) => ({ value, label: STEP_IDENTITY.sexes[value] }))}
        onChange={(sex) => change({ sex })}
      />
      <DateField
        id={fieldId('bornOn')}
        label={STEP_IDENTITY.bornOn}
        hint={STEP_IDENTITY.bornOnHint}
        parts={STEP_IDENTITY.dateParts}
        birth
        value={draft.bornOn}
        onChange={(bornOn) => change({ bornOn })}
        error={sayFault('bornOn')}
      />
      <DateField
        id={fieldId('bornOnAgain')}
        label={STEP_IDENTITY.bornOnAgain}
        parts={STEP_IDENTITY.dateParts}
        value={draft.bornOnAgain}
        onChange={(bornOnAgain) => change({ bornOnAgain })}
        error={sayFault('bornOnAgain')}
      />
      <BirthPlace {...given} />
      <DraftField
        {...given}
        name="nationality"
        label={STEP_IDENTITY.nationality}
        hint={STEP_IDENTITY.nationalityHint}
      />
      {nir === null ? null : <NirField {...{ draft, sayFault }} typed={nir} setTyped={setNir} />}
    </>
  )
}

function BirthPlace(given: FieldsProps) {
  const { draft, change, sayFault } = given
  return (
    <>
      <Choices
        id={fieldId('bornIn')}
        label={STEP_IDENTITY.bornIn}
        inline
        required
        value={draft.bornIn || null}
        error={sayFault('bornIn')}
        options={(['france', 'abroad'] as const).map((value) => ({ value, label: STEP_IDENTITY.bornInOptions[value] }))}
        onChange={(bornIn) => change({ bornIn })}
      />
      {draft.bornIn === 'france' ? (
        <CommuneField
          code={draft.communeCode}
          text={draft.communeText}
          onChange={({ code, text }) => change({ communeCode: code, communeText: text })}
          error={sayFault('communeCode')}
        />
      ) : null}
      {draft.bornIn === 'abroad' ? (
        <>
          <DraftField {...given} name="birthCountry" label={STEP_IDENTITY.birthCountry} />
          <DraftField {...given} name="birthTown" label={STEP_IDENTITY.birthTown} />
        </>
      ) : null}
    </>
  )
}
