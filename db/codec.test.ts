import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aCandidate, anEntry, anOffering, aPayment } from '../test/helpers/rows.ts'
import { decode, encode } from './codec.ts'

test('what is stored is what is read back', () => {
  const refusedEntry = anEntry({ status: 'refused', refusal: { reason: 'other', text: 'Trop tard ; "désolé"' } })
  for (const [entity, value] of [
    ['entry', refusedEntry],
    ['entry', anEntry()],
    ['payment', aPayment()],
    ['offering', anOffering({ open: false })],
  ] as const)
    expect(decode(entity, encode(entity, value as never))).toEqual(value)
})

test('whatever people are called', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.option(fc.string()),
      fc.array(fc.string()),
      (birthName, usageName, addressLines) => {
        const candidate = aCandidate({ birthName, usageName, addressLines })
        expect(decode('candidate', encode('candidate', candidate))).toEqual(candidate)
      },
    ),
  )
})

test('only what SQLite can hold is handed to it', () => {
  const stored = encode('offering', anOffering())
  expect(stored).toMatchObject({ open: 1, softwareIds: '["ciel"]' })
})
