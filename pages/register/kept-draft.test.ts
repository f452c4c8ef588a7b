import { expect, test } from 'vitest'
import { emptyDraft } from './draft.ts'
import { draftFromAnotherTab, forgetDraft, type Keeping, keepDraft, readDraft } from './kept-draft.ts'

function aKeeping(): Keeping & { texts: Map<string, string> } {
  const texts = new Map<string, string>()
  return {
    texts,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
  }
}

const TYPED = {
  ...emptyDraft(),
  birthName: 'LE GALL',
  sex: 'F',
  examIds: ['e1', 'e2'],
  offerings: { e1: 'o1' },
  bornOn: { day: '3', month: '5', year: '1998' },
  softwareAccepted: true,
} as const

test('what was typed comes back, with the attempt that makes it one request', () => {
  const keeping = aKeeping()
  expect(readDraft(keeping)).toBeNull()
  keepDraft(keeping, { ...TYPED, examIds: [...TYPED.examIds] })
  expect(readDraft(keeping)).toEqual(TYPED)
  forgetDraft(keeping)
  expect(readDraft(keeping)).toBeNull()
})

test('a draft that somebody or an older page wrote otherwise keeps only what has the right kind', () => {
  const keeping = aKeeping()
  keepDraft(keeping, emptyDraft())
  const [key = ''] = keeping.texts.keys()
  const odd = {
    birthName: 7,
    sex: 'X',
    examIds: [1],
    offerings: { e1: 2 },
    bornOn: { day: 3 },
    town: 'Rennes',
    password: 'x',
  }
  keeping.setItem(key, JSON.stringify(odd))
  expect(readDraft(keeping)).toEqual({ ...emptyDraft(), attempt: expect.any(String), town: 'Rennes' })
})

test.each(['', '{', 'null', '[]', '"text"', '12'])(
  'what is no draft (%s) is as if there were none, or empty',
  (text) => {
    const keeping = aKeeping()
    keepDraft(keeping, emptyDraft())
    const [key = ''] = keeping.texts.keys()
    keeping.setItem(key, text)
    const draft = readDraft(keeping)
    expect(draft === null || draft.birthName === '').toBe(true)
  },
)

test('a browser that keeps nothing, or refuses, loses only what would have come back', () => {
  const refuse = () => {
    throw new DOMException('denied', 'SecurityError')
  }
  const refusing: Keeping = { getItem: refuse, setItem: refuse, removeItem: refuse }
  expect(readDraft(refusing)).toBeNull()
  expect(() => keepDraft(refusing, emptyDraft())).not.toThrow()
  expect(() => forgetDraft(refusing)).not.toThrow()
})

test('another tab is followed when it types, not when it sends or speaks of something else', () => {
  const keeping = aKeeping()
  keepDraft(keeping, { ...emptyDraft(), town: 'Papeete' })
  const [[key, newValue] = ['', '']] = keeping.texts
  expect(draftFromAnotherTab({ key, newValue })?.town).toBe('Papeete')
  expect(draftFromAnotherTab({ key, newValue: null })).toBeNull()
  expect(draftFromAnotherTab({ key: 'other', newValue })).toBeNull()
})
