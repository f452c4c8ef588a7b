import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { breakLines } from './break-lines.ts'

const lines = (text: string, width: number) => breakLines(text, width, (part) => part.length)

test('lines end at spaces and after hyphens, and where the text says so', () => {
  expect(lines('un deux trois', 8)).toEqual(['un deux ', 'trois'])
  expect(lines('Saint-Quentin-en-Yvelines', 14)).toEqual(['Saint-Quentin-', 'en-Yvelines'])
  expect(lines('un\ndeux\r\n\ntrois', 10)).toEqual(['un ', 'deux ', ' ', 'trois'])
  expect(lines('', 10)).toEqual([''])
})

test('no-break spaces hold; a word wider than the line is broken, never cut off', () => {
  expect(lines('à 09\u00a0h\u00a041', 7)).toEqual(['à ', '09\u00a0h\u00a041'])
  expect(lines('abcdefgh ij', 3)).toEqual(['abc', 'def', 'gh ', 'ij'])
})

test('whatever the text, all but its spaces is there, and only a single letter may be too wide', () => {
  const texts = fc.string({ unit: 'grapheme', maxLength: 60 })
  void fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 20 }), (text, width) => {
      const broken = lines(text, width)
      expect(broken.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      for (const line of broken)
        expect(line.trimEnd().length <= width || [...new Intl.Segmenter('fr').segment(line)].length === 1).toBe(true)
    }),
  )
})
