/** Where a field stands in the page, by its name in the form. */
export function fieldId(field: string): string {
  return `champ-${field}`
}

/** Takes the person to a field: to the input itself, or to the first one of a group. */
export function focusField(field: string): void {
  const found = document.getElementById(fieldId(field))
  const inside = found?.matches('input, textarea, select, button')
    ? found
    : found?.querySelector<HTMLElement>('input:not([hidden]), textarea, select, button')
  inside?.focus()
}
