import { describe, expect, it } from 'vitest'
import { NOTICE_KINDS } from '../contract/desk.ts'
import { RESCUE_REFUSALS } from '../contract/rescue.ts'
import { sayClock, sayNotice } from './notices.ts'
import { sayArrival, sayCause } from './screens/exchanges.ts'
import { sayRead, sayWritten } from './screens/rescue.ts'

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')
const when = () => 'lun. 23 nov. 08 h 00'

const sentences = [
  ...NOTICE_KINDS.map((kind) => sayNotice({ kind, detail: {} }, when)),
  ...['damaged', 'disk-full'].map((cause) => sayNotice({ kind: 'backup-failed', detail: { cause } }, when)),
  ...RESCUE_REFUSALS.map((code) => sayRead({ ok: false, code })),
  sayRead({ ok: true, news: 0, settled: 0 }),
  sayRead({ ok: true, news: 12, settled: 1 }),
  sayWritten({ ok: false, code: 'not-written' }),
  sayWritten({ ok: false, code: 'not-enrolled' }),
]

describe('every notice and every word on the rescue file', () => {
  it.each(sentences)('« %s » is plain and well set', (sentence) => {
    expect(sentence).toMatch(/^[A-ZÀ-Ý].*\.$/)
    expect(sentence).not.toMatch(/null|NaN|\[object/)
    expect(sentence).not.toMatch(/sync|serveur|base de données|erreur|token|cache|signature|crypt|'| [:;!?»]|« /i)
  })
  it('nothing is said to someone who gave up', () => {
    expect(sayRead({ ok: false, code: 'cancelled' })).toBe('')
    expect(sayWritten({ ok: false, code: 'cancelled' })).toBe('')
  })
})

describe('a notice with its numbers', () => {
  it('tells where the old series ends', () => {
    const detail = { oldSeries: 'A', series: 'D', lastNumber: '2026-A-000123', sent: 2 }
    const said = plain(sayNotice({ kind: 'identity-renewed', detail }, when))
    expect(said).toContain('une nouvelle série de reçus, D ; la série A s’arrête au n° 2026-A-000123.')
    expect(said).toContain('2 actions qui n’étaient pas au siège')
  })
  it('tells what was repaired', () => {
    expect(plain(sayNotice({ kind: 'repaired', detail: { rows: 1200, removed: 1 } }, when))).toContain(
      'réparée : 1 200 lignes remises à jour, 1 ligne retirée.',
    )
  })
  it('names the day of the backup', () => {
    const detail = { backupAt: '2026-11-23T07:00:00.000Z' }
    expect(sayNotice({ kind: 'restored', detail }, when)).toContain('sa sauvegarde du lun. 23 nov. 08 h 00.')
  })
})

describe('a wrong clock', () => {
  it.each([
    [7500, 'avance de 2 h 05.'],
    [-600, 'retarde de 10 min.'],
    [3 * 86_400, 'avance de 3 j.'],
  ])('of %i s', (clockAhead, words) => {
    expect(plain(sayClock({ clockAhead }) ?? '')).toContain(words)
  })
  it('is not told while it is right', () => {
    expect(sayClock({ clockAhead: null })).toBeNull()
  })
})

describe('what arrived', () => {
  it.each([
    [{ entry: 2, request: 3 }, '3 demandes, 2 inscriptions'],
    [{ entry: 1, removed: 2, later: 4 }, '1 inscription, 4 autres lignes, 2 lignes retirées'],
    [{ candidate: 12_000 }, '12 000 candidats'],
    [{}, 'rien de nouveau'],
  ])('%o', (counts, words) => {
    expect(plain(sayArrival(counts))).toBe(words)
  })
})

describe('the cause of a line', () => {
  const cause = (change: Partial<Parameters<typeof sayCause>[0]>) =>
    sayCause({ state: 'waiting', code: null, detail: null, doubtful: false, ...change }, {})
  it('is told where the state does not say it all', () => {
    expect(cause({})).toBeNull()
    expect(cause({ state: 'applied' })).toBeNull()
    expect(cause({ doubtful: true })).toMatch(/le siège tranche/)
    expect(cause({ state: 'refused', code: 'offering-closed' })).toMatch(/fermée aux inscriptions/)
    expect(cause({ state: 'applied', code: 'entry-not-live' })).toMatch(/^À revoir/)
    expect(cause({ state: 'cancelled' })).toMatch(/avant de partir/)
    expect(cause({ state: 'quarantined', code: 'invalid' })).toMatch(/Appelez le siège/)
  })
})
