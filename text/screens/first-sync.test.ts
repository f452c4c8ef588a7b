import { describe, expect, it } from 'vitest'
import { sayFirstSync, sayShare } from './first-sync.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('the first reception', () => {
  it.each([
    ['En attente du siège…', 0, 0],
    ['0 % reçus', 0, 9952],
    ['90 % reçus', 9000, 9952],
    ['99 % reçus', 9952, 9952],
  ])('« %s »', (words, done, total) => {
    expect(plain(sayShare({ done, total }))).toBe(words)
  })
  it.each([true, false])(
    'counts nothing before HQ\u2019s first answer (stopped: %s), and never in technicians\u2019 words',
    (stopped) => {
      expect(sayFirstSync({ done: 0, total: 0, readable: true }, stopped)).not.toMatch(/\d/)
      const said = plain(sayFirstSync({ done: 9000, total: 9952, readable: true }, stopped))
      expect(said).toMatch(/^Première réception .*: 90 % reçus/)
      expect(said).not.toMatch(/lignes|continuez/)
    },
  )
})
