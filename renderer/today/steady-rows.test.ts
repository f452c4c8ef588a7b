import { describe, expect, it } from 'vitest'
import { cursorAmong, steadyRows } from './steady-rows.ts'

describe('rows under the pointer', () => {
  const shown = ['a', 'b', 'c'].map((row) => ({ row: { key: row, words: 'before' }, gone: false }))
  const keyOf = ({ key }: { key: string }) => key
  it('stay where they are: one that has gone too, with what is known now of the others; new ones wait', () => {
    const now = ['z', 'c', 'a'].map((key) => ({ key, words: 'now' }))
    expect(steadyRows(shown, now, keyOf)).toEqual([
      { row: { key: 'a', words: 'now' }, gone: false },
      { row: { key: 'b', words: 'before' }, gone: true },
      { row: { key: 'c', words: 'now' }, gone: false },
    ])
  })
  it('come back in their place when what was done is taken back', () => {
    const gone = steadyRows(shown, [], keyOf)
    const [, back] = steadyRows(gone, [{ key: 'b', words: 'now' }], keyOf)
    expect(back).toEqual({ row: { key: 'b', words: 'now' }, gone: false })
  })
})

describe('the cursor', () => {
  it.each([
    ['stays on its line wherever that went', 'b', ['a', 'b', 'c'], ['c', 'b'], 'b'],
    ['goes to the next line when its own has left', 'b', ['a', 'b', 'c'], ['a', 'c'], 'c'],
    ['passes over those that left with it', 'b', ['a', 'b', 'c', 'd'], ['a', 'd'], 'd'],
    ['goes to the line before when it was on the last', 'c', ['a', 'b', 'c'], ['a', 'b'], 'b'],
    ['stays with its kind', 'pay-b', ['pay-a', 'pay-b', 'group-c'], ['pay-a', 'group-c'], 'pay-a'],
    ['leaves its kind when it was the last of it', 'pay-b', ['x-a', 'pay-b', 'group-c'], ['x-a', 'group-c'], 'group-c'],
    ['begins at the first', null, [], ['a', 'b'], 'a'],
    ['begins again at the first when nothing is left around it', 'b', ['a', 'b'], ['x', 'y'], 'x'],
    ['is nowhere among nothing', 'b', ['a', 'b'], [], null],
  ])('%s', (_, cursor, before, now, at) => {
    expect(cursorAmong(cursor, before, now)).toBe(at)
  })
})
