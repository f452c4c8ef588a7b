import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bracedName, PLACEHOLDER_NAMES, PLACEHOLDERS, type Placeholder, WORDING_KINDS } from './placeholders.ts'
import { readWording, wordingFaults } from './read-wording.ts'
import { fillWording, isWording, MOST_WORDING, MOST_WORDING_LINES, wordingLines } from './wording.ts'

const everything = Object.keys(PLACEHOLDER_NAMES) as Placeholder[]
const values = Object.fromEntries(everything.map((one) => [one, one.toUpperCase()])) as Record<Placeholder, string>
const aKind = fc.constantFrom(...WORDING_KINDS)
/** Texts with more braces than people type. */
const aText = fc
  .array(fc.oneof(fc.string(), fc.constantFrom('{', '}', '{}', '\n', ...everything.map(bracedName), '{prenon}')))
  .map((parts) => parts.join(''))

describe('what a placeholder is', () => {
  it('a name of that kind between braces, whatever the case, the accents and the spaces', () => {
    for (const typed of ['{prénom}', '{ Prénom }', '{PRENOM}', '{pre\u0301nom}'])
      expect(fillWording(`Bonjour ${typed},`, 'convocation', values), typed).toBe('Bonjour FIRST-NAMES,')
    expect(fillWording('{date\u00a0limite}', 'reminder-letter', values)).toBe('DEADLINE')
  })
  it.each([
    ['un nom qui n’existe pas', 'Cher {prenon},', { what: 'unknown', from: 5, to: 13, nearest: 'first-names' }],
    ['un nom sans rien de proche', '{téléphone du jury}', { what: 'unknown', from: 0, to: 19, nearest: null }],
    ['un nom d’un autre papier', 'Avant {date limite}.', { what: 'elsewhere', from: 6, to: 19, nearest: null }],
    ['une accolade ouverte', 'Bonjour {nom, à bientôt', { what: 'unclosed', from: 8, to: 9, nearest: 'name' }],
    ['une accolade fermée', 'Bonjour nom} !', { what: 'unopened', from: 11, to: 12, nearest: 'name' }],
    ['rien', 'Bonjour { }', { what: 'empty', from: 8, to: 11, nearest: null }],
    ['deux accolades', '{{nom}}', { what: 'unclosed', from: 0, to: 1 }],
    ['un nom sur deux lignes', '{premier\njour}', { what: 'unclosed', from: 0, to: 1 }],
  ] as const)('%s is a fault, told where it stands', (_, text, fault) => {
    expect(wordingFaults(text, 'convocation')[0]).toMatchObject(fault)
    expect(fillWording(text, 'convocation', values)).toBeNull()
  })
  it.each([
    ['Bonjour {nom, à bientôt', 'Bonjour {nom}, à bientôt'],
    ['Bonjour nom} !', 'Bonjour {nom} !'],
    ['Le {premier jour à 8 h', 'Le {premier jour} à 8 h'],
    ['Le premier jour} à 8 h', 'Le {premier jour} à 8 h'],
    ['Le {premeir jour à 8 h', 'Le {premier jour} à 8 h'],
    ['Chère {prén', 'Chère {prénom}'],
    ['Chère {prenon},', 'Chère {prénom},'],
    ['{{nom}}', '{{nom}}'],
  ])('« %s » is mended to « %s »', (text, mended) => {
    const [fault] = wordingFaults(text, 'convocation')
    const { nearest, instead } = fault ?? {}
    const words = nearest ? bracedName(nearest) : null
    expect(words && instead ? text.slice(0, instead.from) + words + text.slice(instead.to) : text).toBe(mended)
  })
  it('names are told apart once accents and case are gone', () => {
    const names = everything.map((one) => fillWording(bracedName(one), kindOf(one), values))
    expect(names).toEqual(everything.map((one) => one.toUpperCase()))
  })
})

const kindOf = (placeholder: Placeholder) =>
  WORDING_KINDS.find((kind) => PLACEHOLDERS[kind].includes(placeholder)) ?? 'convocation'

describe('any text', () => {
  it('is its parts again', () => {
    fc.assert(
      fc.property(aText, aKind, (text, kind) => {
        const parts = readWording(text, kind)
        expect(parts.map(({ raw }) => raw).join('')).toBe(text)
        for (const { raw, fault } of parts) if (fault) expect(text.slice(fault.from, fault.to)).toBe(raw)
      }),
    )
  })
  it('has no placeholder left once it is filled, whatever it is filled with, nor a brace', () => {
    fc.assert(
      fc.property(aText, aKind, fc.oneof(fc.string(), aText), (text, kind, value) => {
        const hostile = Object.fromEntries(everything.map((one) => [one, value]))
        const filled = fillWording(text, kind, hostile)
        expect(filled === null).toBe(wordingFaults(text, kind).length > 0)
        expect(filled ?? '').not.toMatch(/[{}]/)
      }),
    )
  })
  it('of no brace is as it was typed', () => {
    fc.assert(
      fc.property(fc.string(), aKind, (typed, kind) => {
        const text = typed.replace(/[{}]/g, '')
        expect(fillWording(text, kind, {})).toBe(text)
      }),
    )
  })
})

it('what a placeholder says stays on its line, in its direction', () => {
  expect(fillWording('{nom}.', 'convocation', { name: ' A\n\u202eB{centre} ' })).toBe('A B(centre).')
})

it('a placeholder that nothing was given for is not left out in silence', () => {
  expect(fillWording('Bonjour {nom}', 'convocation', {})).toBeNull()
})

it('a text has an end, and lines too', () => {
  expect(isWording('x'.repeat(MOST_WORDING), 'convocation')).toBe(true)
  expect(isWording('x'.repeat(MOST_WORDING + 1), 'convocation')).toBe(false)
  expect(isWording('x\n\n'.repeat(MOST_WORDING_LINES), 'convocation')).toBe(true)
  expect(isWording('x\n'.repeat(MOST_WORDING_LINES + 1), 'convocation')).toBe(false)
  expect(isWording('{nom', 'convocation')).toBe(false)
  expect(wordingLines(' a \r\n\r\nb\n ')).toEqual(['a', 'b'])
})
