import { expect, test } from 'vitest'
import { sayExamWindow, sayWindow } from './windows.ts'

const plain = (text: string | null) => text?.replace(/\s/g, ' ')
const WINDOW = { registrationOpensAt: '2026-09-21T22:00:00.000Z', registrationClosesAt: '2026-12-13T23:00:00.000Z' }
const PAPEETE = { timeZone: 'Pacific/Tahiti', town: 'Papeete' }

test.each([
  ['2026-09-21T21:59:59.999Z', 'Ouverture le mardi 22 septembre 2026 à 00 h 00 (heure de Paris)'],
  ['2026-09-21T22:00:00.000Z', 'Ouvertes jusqu’au dimanche 13 décembre 2026 à 24 h 00 (heure de Paris)'],
  ['2026-12-13T23:00:00.000Z', 'Closes depuis le dimanche 13 décembre 2026 à 24 h 00 (heure de Paris)'],
])('at %s: %s', (now, expected) => {
  expect(plain(sayWindow(WINDOW, now))).toBe(expected)
})

test('a centre whose clocks differ has its own hour said too; one whose clocks agree has not', () => {
  const now = '2026-11-23T08:41:00.000Z'
  expect(plain(sayWindow(WINDOW, now, PAPEETE))).toBe(
    'Ouvertes jusqu’au dimanche 13 décembre 2026 à 24 h 00 (heure de Paris), soit le dimanche 13 décembre 2026 à 13 h 00 (heure de Papeete)',
  )
  expect(sayWindow(WINDOW, now, { timeZone: 'Europe/Madrid', town: 'Madrid' })).toBe(sayWindow(WINDOW, now))
})

test('an exam that is open says nothing of its window, to the minute', () => {
  const minute = { ...WINDOW, registrationClosesAt: '2026-12-11T16:30:00.000Z' }
  expect(sayExamWindow(minute, '2026-12-11T16:29:59.999Z')).toBeNull()
  expect(plain(sayExamWindow(minute, '2026-12-11T16:30:00.000Z'))).toBe(
    'fermée depuis le vendredi 11 décembre 2026 à 17 h 30 (heure de Paris)',
  )
})
