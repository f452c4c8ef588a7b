import { describe, expect, test } from 'vitest'
import { attendanceWord, sayAttendance, sayAttestationsPrinted } from './attendance.ts'

const plain = (words: string) => words.replace(/\u00a0/g, ' ')
const printed = { printed: 0, issued: 0, fileName: 'Attestation.pdf', opened: true, file: '/x/Attestation.pdf' }
const answer = { ...printed, stopped: null, document: null }

describe('what is noted', () => {
  test.each([
    [{ present: 12, absent: 2, total: 17 }, '12 présents, 2 absents, 3 non notés'],
    [{ present: 1, absent: 1, total: 3 }, '1 présent, 1 absent, 1 non noté'],
    [{ present: 0, absent: 0, total: 0 }, '0 présent, 0 absent, 0 non noté'],
  ])('%j is counted', (counts, words) => {
    expect(plain(sayAttendance(counts))).toBe(words)
  })

  test('nothing noted, and what was taken back, read the same', () => {
    expect(attendanceWord(null)).toBe('Non noté')
    expect(attendanceWord({ attendance: null })).toBe('Non noté')
    expect(attendanceWord({ attendance: 'absent' })).toBe('Absent')
  })
})

describe('what became of a printing', () => {
  test.each([
    [{ ...answer, printed: 2 }, '2 attestations : Attestation.pdf ouvert'],
    [
      { ...answer, printed: 1, opened: false },
      '1 attestation : enregistrée, mais aucun programme de ce poste n’a pu l’ouvrir : /x/Attestation.pdf',
    ],
    [{ ...answer, stopped: 'nothing' as const }, 'Rien à imprimer : personne n’est noté présent.'],
    [{ ...answer, stopped: 'cancelled' as const }, 'Impression arrêtée. Aucune attestation n’a été émise.'],
    [
      { ...answer, printed: 50, stopped: 'not-stored' as const },
      'Les fichiers n’ont pas pu être enregistrés : le disque est peut-être plein. 50 attestations sont prêtes, les autres restent à imprimer.',
    ],
  ])('%j', (told, words) => {
    expect(plain(sayAttestationsPrinted(told))).toBe(words)
  })
})
