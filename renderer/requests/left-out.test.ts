import { describe, expect, it } from 'vitest'
import { chooseAnswer, leftOut, NOTHING_LEFT } from './left-out.ts'

describe('exams left out of an answer', () => {
  const withoutE1 = chooseAnswer(NOTHING_LEFT, ['e1', 'e2', 'e3'], 'e1', false)
  it('stay out, whatever is asked for later', () => {
    expect(leftOut(withoutE1, ['e1', 'e2', 'e3'])).toEqual(['e1'])
    expect(leftOut(withoutE1, ['e1', 'e2', 'e3', 'e4'])).toEqual(['e1'])
  })
  it('are what remains to be answered once the others are, one or several', () => {
    expect(leftOut(withoutE1, ['e1'])).toEqual([])
    expect(leftOut(chooseAnswer(withoutE1, ['e1', 'e2', 'e3'], 'e2', false), ['e1', 'e2'])).toEqual([])
  })
  it('are out again when the answer is taken back', () => {
    expect(leftOut(withoutE1, ['e1', 'e2', 'e3'])).toEqual(['e1'])
  })
  it('come back one by one, and never from a choice that is spent', () => {
    expect(chooseAnswer(withoutE1, ['e1', 'e2', 'e3'], 'e1', true).left).toEqual([])
    expect(chooseAnswer(withoutE1, ['e1', 'e3'], 'e3', false)).toEqual({ left: ['e3'], among: ['e1', 'e3'] })
  })
})
