import { describe, expect, it } from 'vitest'
import { PROBLEM_SENTENCES } from './database.ts'
import { shellText } from './shell.ts'

const { restore } = shellText
const aside = '/donnees/pupitre.sqlite.abime-20261125T080000000Z'
const sentences = [
  ...Object.values(PROBLEM_SENTENCES).map((say) => say('/donnees/pupitre.sqlite')),
  ...[
    restore.damaged,
    restore.missing,
    restore['disk-error'],
    restore.meaning('mardi'),
    restore.done('mardi'),
    restore.button('mardi'),
  ],
  restore.saved({ pending: 0, unread: 0, aside }),
  restore.saved({ pending: 1, unread: 1, aside }),
  restore.saved({ pending: 12, unread: 3, aside }),
  restore.saved({ pending: 0, unread: null, aside }),
  restore.saved({ pending: 0, unread: null, aside: null }),
]

describe('what is said when the data of this PC cannot be used', () => {
  it.each(sentences)('« %s » is plain and well set', (sentence) => {
    expect(sentence).toMatch(/^([A-ZÀ-Ý]|\d)/)
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object/)
    expect(sentence).not.toMatch(/sync(?!hronisé)|serveur|base de données|erreur|\bHTTP\b|token|cache|'| [:;!?»]|« /i)
  })
})

describe('after a backup was restored', () => {
  it('says what was taken back from the damaged file', () => {
    expect(restore.saved({ pending: 1, unread: 0, aside })).toContain('1 action faite depuis a été reprise')
    expect(restore.saved({ pending: 2, unread: 0, aside })).toContain('2 actions faites depuis ont été reprises')
    expect(restore.saved({ pending: 0, unread: 0, aside })).toContain('Rien n’avait été fait')
  })
  it('never says that nothing is missing when something may be', () => {
    for (const unread of [1, null])
      expect(restore.saved({ pending: 0, unread, aside })).toMatch(/refaites ce qui manque/)
  })
})
