import { describe, expect, test } from 'vitest'
import { commandNames } from '../../domain/commands.ts'
import { sayHistory } from './history.ts'

const plain = (kind: string, detail: Record<string, string | number> = {}) => {
  const { title, more } = sayHistory({ kind, detail })
  return `${title} | ${more}`.replace(/[\u00a0\u202f]/g, ' ')
}

describe('what a line of history says', () => {
  test.each<[string, Record<string, string | number>, string]>([
    ['entry.prevalidate', { exam: 'E1, E2' }, 'Pré-validation | E1, E2'],
    ['entry.refuse', { exam: 'E1', reason: 'full' }, 'Refus | E1, plus de place'],
    [
      'entry.extend',
      { exam: 'E1', deadlineOn: '2026-12-01', reason: 'Chèque posté' },
      'Délai prolongé | E1, jusqu’au 01/12/2026, Chèque posté',
    ],
    [
      'payment.record',
      { amount: 30000, currency: 'EUR', method: 'transfer', share: 5000, payer: 'GRETA' },
      'Règlement enregistré | 300,00 €, virement, GRETA, dont 50,00 € pour cette personne',
    ],
    [
      'entry.extend',
      { exam: 'E1', deadlineOn: '2026-12-01', kind: 'cheque-announced', reason: '' },
      'Délai prolongé | E1, jusqu’au 01/12/2026, chèque annoncé par courrier',
    ],
    ['entry.confirm', { exam: 'E1', agreement: 'convention 114' }, 'Validation | E1, en compte, convention 114'],
    [
      'credit.use',
      { exam: 'E1', amount: 5000, currency: 'EUR', ofReceipt: '2026-A-000001' },
      'Trop-perçu utilisé | E1, 50,00 €, sur le reçu 2026-A-000001',
    ],
    [
      'credit.use',
      { amount: 5000, currency: 'EUR', forOthers: 1 },
      'Trop-perçu utilisé | 50,00 €, pour d’autres inscriptions du même payeur',
    ],
    [
      'credit.return',
      { amount: 2000, currency: 'EUR', method: 'cash', returnedOn: '2026-11-23' },
      'Trop-perçu rendu | 20,00 €, espèces, le 23/11/2026',
    ],
    [
      'credit-note.issue',
      { number: '2026-A-000002', receipt: '2026-A-000001' },
      'Reçu corrigé par un avoir | 2026-A-000002, à la place du reçu 2026-A-000001',
    ],
    [
      'candidate.correct',
      { fields: 'firstNames bornOn', proof: 'passport' },
      'Identité corrigée | prénoms, date de naissance, passeport',
    ],
    ['request.modified', { version: 2, changed: 'phone' }, 'Modifiée par la personne candidate | téléphone, version 2'],
    ['call.note', { means: 'phone' }, 'Appel | '],
    ['call.note', { means: 'counter' }, 'Passage au guichet | '],
    ['paper.issue', { convocation: 2 }, 'Convocation v2 émise | '],
    ['paper.issue', { attestation: 1 }, 'Attestation de présence v1 émise | '],
    [
      'attendance.mark',
      { attendance: 'absent', exam: 'E1', heldOn: '2027-01-18' },
      'Noté absent | E1, séance du 18/01/2027',
    ],
    ['attendance.mark', { attendance: 'none', exam: 'E1', heldOn: '' }, 'Présence effacée | E1'],
    ['reminder.sent', { means: 'mail', exam: 'E1' }, 'Relance par mail | E1'],
    ['review.settle', { choice: 'handled' }, 'Point à revoir classé | traité'],
    [
      'review.refused',
      { name: 'entry.prevalidate', code: 'no-seat-left', exam: 'E1', seats: 12 },
      'La pré-validation n’a pas été acceptée par le siège | E1. Complet, les 12 places sont prises.',
    ],
    ['of-a-later-version', {}, 'Action enregistrée | '],
    ['review.refused', { name: 'of-a-later', code: 'of-a-later' }, 'Une action n’a pas été acceptée par le siège | '],
  ])('%s %j', (kind, detail, words) => {
    expect(plain(kind, detail)).toBe(words)
  })

  test('every command has its words', () => {
    for (const name of commandNames) expect(plain(name)).not.toContain('Action enregistrée')
  })
})
