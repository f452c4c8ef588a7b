import { useState } from 'react'
import { ComboField } from '../../kit/combo-field.tsx'
import { DEPARTMENT_NAMES, sayDepartment } from '../../text/pages/departments.ts'
import { STEP_PLACE } from '../../text/pages/register.ts'
import { fieldId } from '../form/focus-field.ts'
import { findDepartments } from './find-departments.ts'

type DepartmentFieldProps = { value: string; onChange: (number: string) => void; error: string | undefined }

/** A département by its number or its name. A number typed in full is enough: « 35 » chooses it. */
export function DepartmentField({ value, onChange, error }: DepartmentFieldProps) {
  const [text, setText] = useState(value === '' ? '' : sayDepartment(value))
  const choose = (number: string) => {
    setText(sayDepartment(number))
    if (number !== value) onChange(number)
  }
  const type = (typed: string) => {
    const number = typed.trim().toUpperCase()
    if (number in DEPARTMENT_NAMES) return choose(number)
    setText(typed)
    if (value !== '' && typed !== sayDepartment(value)) onChange('')
  }
  return (
    <ComboField
      id={fieldId('department')}
      label={STEP_PLACE.department}
      hint={STEP_PLACE.departmentHint}
      value={value || null}
      text={text}
      onText={type}
      options={findDepartments(text)}
      onChoose={(option) => choose(option.value)}
      empty={STEP_PLACE.noDepartment}
      error={error}
    />
  )
}
