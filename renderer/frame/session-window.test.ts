import { describe, expect, it } from 'vitest'
import { currentSession, sayRegistrationWindow } from './session-window.ts'

const at = (now: string) => ({ now, centre: { timeZone: 'Europe/Paris' } })
const january = { id: '2027-01', label: 'janvier', startsOn: '2027-01-25', endsOn: '2027-01-29' }
const june = { id: '2027-06', label: 'juin', startsOn: '2027-06-14', endsOn: '2027-06-18' }

describe('the session to begin with', () => {
  it.each([
    ['2026-11-23T08:41:00.000Z', '2027-01'],
    ['2027-01-29T22:30:00.000Z', '2027-01'],
    ['2027-01-29T23:00:00.000Z', '2027-06'],
    ['2028-02-29T08:00:00.000Z', '2027-06'],
  ])('at %s is %s', (now, id) => {
    expect(currentSession([june, january], at(now))?.id).toBe(id)
  })
  it('is none when none is published', () => {
    expect(currentSession([], at('2026-11-23T08:41:00.000Z'))).toBeNull()
  })
})

describe('the registration window', () => {
  const exam = (registrationClosesAt: string) => ({
    id: 'e',
    sessionId: 's',
    code: 'ASCA-E1',
    family: 'ASCA',
    label: '',
    minutes: 120,
    needsSoftware: true,
    registrationOpensAt: '2026-10-12T06:00:00.000Z',
    registrationClosesAt,
    allowedDates: [],
    fee: { EUR: 5000, XPF: 5967 },
  })
  const one = exam('2026-12-11T17:00:00.000Z')
  const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ')

  it.each([
    ['2026-10-12T05:59:59.999Z', 'Inscriptions à partir du lun. 12 oct. 08 h 00'],
    ['2026-11-23T08:41:00.000Z', 'Inscriptions ouvertes jusqu’au ven. 11 déc. 18 h 00'],
    ['2026-12-11T17:00:00.000Z', 'Inscriptions closes depuis le ven. 11 déc. 18 h 00'],
  ])('at %s: %s', (now, words) => {
    expect(plain(sayRegistrationWindow([one, one], at(now)))).toBe(words)
  })
  it('closes at 24 h 00, not at 00 h 00 of the day after', () => {
    const words = sayRegistrationWindow([exam('2026-12-13T23:00:00.000Z')], at('2026-11-23T08:41:00.000Z'))
    expect(plain(words)).toBe('Inscriptions ouvertes jusqu’au dim. 13 déc. 24 h 00')
  })
  it('names the first closing when exams differ', () => {
    const words = sayRegistrationWindow([exam('2026-12-18T17:00:00.000Z'), one], at('2026-11-23T08:41:00.000Z'))
    expect(plain(words)).toBe('Inscriptions ouvertes, première clôture le ven. 11 déc. 18 h 00')
  })
})
