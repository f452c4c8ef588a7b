import { describe, expect, it } from 'vitest'
import { RESCUE_REFUSALS } from '../contract/refusals.ts'
import { NOTICE_KINDS } from '../contract/states.ts'
import { sayClock, sayNotice } from './notices.ts'
import { sayArrival, sayCause, sayUnderWay, sayWhat, sayWhom } from './screens/exchanges.ts'
import { sayRead, sayToCarry, sayWritten } from './screens/rescue.ts'

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
      'réparée : 1 200 éléments remis à jour, 1 élément retiré.',
    )
  })
  it('speaks of a restored backup in one place at a time, and of no series still awaited once it is given', () => {
    const detail = { oldSeries: 'A', series: 'B', sent: 0, reason: 'restored', backupAt: '2026-11-23T07:00:00.000Z' }
    const renewed = sayNotice({ kind: 'identity-renewed', detail }, when)
    expect(renewed).toContain('sa sauvegarde du lun. 23 nov. 08 h 00, et ce que')
    expect(renewed).not.toMatch(/attendent|va revenir/)
    expect(sayNotice({ kind: 'restored', detail: {} }, when)).not.toContain('série')
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
    [{ entry: 1, removed: 2, later: 4 }, '1 inscription, 4 autres éléments, 2 éléments retirés'],
    [{ candidate: 12_000 }, '12 000 candidats'],
    [{}, 'rien de nouveau'],
  ])('%o', (counts, words) => {
    expect(plain(sayArrival(counts))).toBe(words)
  })
})

describe('a line that HQ has not judged', () => {
  const at = (instant: string) => `à ${instant.slice(11, 16)}`
  const sentAt = '2026-11-23T08:41:00.000Z'
  it.each<[string, Parameters<typeof sayUnderWay>[0]]>([
    ['pas encore partie', { state: 'waiting', sentAt: null, file: null }],
    ['essayée à 08:41, sans réponse', { state: 'waiting', sentAt, file: null }],
    ['dans le fichier de secours n° 2, à 08:41', { state: 'waiting', sentAt, file: { number: 2, writtenAt: sentAt } }],
    ['partie à 08:41, réponse attendue', { state: 'sending', sentAt, file: null }],
    ['partie à 08:41', { state: 'quarantined', sentAt, file: null }],
    ['jamais partie', { state: 'cancelled', sentAt: null, file: null }],
  ])('« %s »', (words, line) => {
    expect(plain(sayUnderWay(line, at))).toBe(words)
  })
})

describe('whom and what a line is about', () => {
  it.each([
    ['LE GOFF Erwan', null, ['LE GOFF Erwan']],
    ['OPCO : A, B', 'OPCO', ['A', 'B']],
    ['A, B, C, D', null, ['A', 'B', 'C', 'D']],
    ['A, B, C, 2 autres', null, ['A', 'B', 'C', 'D', 'E']],
    ['', null, []],
  ])('« %s »', (words, payerName, candidateNames) => {
    expect(plain(sayWhom({ payerName, candidateNames }))).toBe(words)
  })
  it('names the receipt and the credit note, or the seats', () => {
    const numbers = { seats: null, reference: '2026-B-000001', creditNote: '2026-B-AV-000001' }
    expect(plain(sayWhat(numbers))).toBe('2026-B-000001, avoir 2026-B-AV-000001')
    expect(plain(sayWhat({ seats: 1, reference: null, creditNote: null }))).toBe('1 place')
  })
})

describe('what the rescue file has to carry', () => {
  const say = (toTransmit: number, holds?: number) =>
    plain(
      sayToCarry(
        {
          toTransmit,
          rescueFile: holds === undefined ? null : { number: 2, writtenAt: '2026-11-23T08:41:00.000Z', holds },
        },
        () => 'à 09 h 41',
      ),
    )
  it('says what is in a file already, once the dialog is opened again', () => {
    expect(say(0, 0)).toMatch(/^Rien n’attend/)
    expect(say(5)).toMatch(/^5 actions attendent d’être transmises\. Enregistrez/)
    expect(say(5, 5)).toMatch(/^Les 5 actions à transmettre sont dans le fichier n° 2, enregistré à 09 h 41\./)
    expect(say(1, 1)).toMatch(/^L’action à transmettre est dans le fichier n° 2/)
    expect(say(5, 3)).toMatch(/dont 3 déjà dans le fichier n° 2, enregistré à 09 h 41\. Un nouveau/)
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
