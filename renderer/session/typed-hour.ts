/**
 * An hour as a person types it (« 9 », « 9h », « 13 h 30 », « 13:30 », « 1330 », « 9h5 »), as `HH:MM`; null when it is none. « 9h5 » is
 * five past nine: minutes are read as they stand.
 */
export function readHour(typed: string): string | null {
  const text = typed.replace(/\s/g, '').toLowerCase()
  const [, hours, minutes = ''] = /^(\d{1,2})(?:[h:.](\d{0,2}))?$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text) ?? []
  if (hours === undefined) return null
  const [hour, minute] = [Number(hours), Number(minutes)]
  if (hour > 23 || minute > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
